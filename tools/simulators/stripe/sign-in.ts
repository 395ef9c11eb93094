import { unauthorized } from './stripe-error';

export interface Keys {
  secretKey: string;
  publishableKey: string;
}

/** Who asks: the server (secret key) or a browser (publishable key, also as the parameter `key`). Throws Stripe's 401 otherwise. */
export function signIn(authorization: string | undefined, keyParameter: string | null | undefined, keys: Keys): 'server' | 'browser' {
  const key = keyFrom(authorization) ?? keyParameter ?? null;
  if (key === keys.secretKey) return 'server';
  if (key === keys.publishableKey) return 'browser';
  if (key === null) {
    throw unauthorized('You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. \'Authorization: Bearer YOUR_SECRET_KEY\').');
  }
  throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
}

function keyFrom(authorization: string | undefined): string | undefined {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[0];
  return undefined;
}
