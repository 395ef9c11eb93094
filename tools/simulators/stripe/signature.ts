import { createHmac } from 'node:crypto';

/** The header `Stripe-Signature`: HMAC-SHA256 over `{t}.{raw body}`. */
export function signatureHeader(body: string, secret: string, atSeconds: number): string {
  const v1 = createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex');
  return `t=${atSeconds},v1=${v1}`;
}
