import type { Config } from '@oneshelf/platform';
import * as z from 'zod';
import { AmazonError } from './amazon-error';

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const TIMEOUT_MS = 10_000;
const RENEW_BEFORE_MS = 60_000;

/** Login with Amazon: exchanges the refresh token for an access token and keeps it until it is about to expire. */
export class AmazonToken {
  private current: { token: Promise<string>; renewAt: number } | null = null;

  constructor(private readonly config: Config) {}

  get(): Promise<string> {
    if (!this.current || Date.now() >= this.current.renewAt) {
      // Until the answer says how long it lives, everybody waits for this one exchange.
      const exchange = { token: this.exchange(), renewAt: Date.now() + RENEW_BEFORE_MS };
      this.current = exchange;
      exchange.token.catch(() => { if (this.current === exchange) this.current = null; });
    }
    return this.current.token;
  }

  /** Forgets a token that Amazon did not take. */
  forget(): void {
    this.current = null;
  }

  private async exchange(): Promise<string> {
    const { AMAZON_LWA_URL, AMAZON_CLIENT_ID, AMAZON_CLIENT_SECRET, AMAZON_REFRESH_TOKEN } = this.config;
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: AMAZON_REFRESH_TOKEN, client_id: AMAZON_CLIENT_ID, client_secret: AMAZON_CLIENT_SECRET });
    const response = await fetch(AMAZON_LWA_URL, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
      throw new AmazonError(0, 'sign_in_unreachable', `Login with Amazon did not answer: ${error instanceof Error ? error.name : 'no connection'}.`);
    });
    // The answer of a refusal may repeat what was sent, so it is not put into the message.
    if (!response.ok) throw new AmazonError(401, 'sign_in_refused', `Login with Amazon refused the application (${response.status}). Check AMAZON_CLIENT_ID, AMAZON_CLIENT_SECRET and AMAZON_REFRESH_TOKEN.`);
    const answer = TokenAnswer.parse(await response.json());
    if (this.current) this.current.renewAt = Date.now() + answer.expires_in * 1000 - RENEW_BEFORE_MS;
    return answer.access_token;
  }
}
