import { existsSync } from 'node:fs';
import path from 'node:path';
import { request, type APIRequestContext, type APIResponse } from '@playwright/test';
import { demo } from '@oneshelf/prisma/demo';
import { amazonSimulator, origin, stripeSimulator } from './places';

/** The outside of the product: its API as the office and as a shop use it, and the simulators as their own people see them. */
export class Outside {
  private constructor(private readonly office: APIRequestContext, private readonly shop: APIRequestContext, private readonly plain: APIRequestContext) {}

  static async connect(): Promise<Outside> {
    // Signed in once for all stories: who tries as often as they do is stopped for a while, and rightly so.
    const session = path.join(process.env.E2E_DATA ?? '', 'office-session.json');
    const isKnown = existsSync(session);
    const office = await request.newContext({ baseURL: origin(), ...(isKnown ? { storageState: session } : {}) });
    if (!isKnown) {
      await answer(await office.post('/api/auth/sign-in', { data: { email: demo.staff.admin.email, password: demo.password } }));
      await office.storageState({ path: session });
    }
    return new Outside(office, await request.newContext({ baseURL: origin(), extraHTTPHeaders: { 'x-oneshelf-key': demo.apiKeys.webGb.key } }), await request.newContext());
  }

  get = async <Body>(path: string): Promise<Body> => read<Body>(await this.office.get(path));
  post = async <Body>(path: string, data: unknown = {}): Promise<Body> => read<Body>(await this.office.post(path, { data, headers: { 'idempotency-key': crypto.randomUUID() } }));
  put = async <Body>(path: string, data: unknown): Promise<Body> => read<Body>(await this.office.put(path, { data }));
  patch = async <Body>(path: string, data: unknown): Promise<Body> => read<Body>(await this.office.patch(path, { data }));
  storefront = async <Body>(path: string): Promise<Body> => read<Body>(await this.shop.get(`/api/storefront${path}`));
  /** An order of the web shop, whatever it answers. */
  tryOrder = (data: unknown): Promise<APIResponse> => this.shop.post('/api/storefront/orders', { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  quote = async <Body>(data: unknown): Promise<Body> => read<Body>(await this.shop.post('/api/storefront/quote', { data }));

  text = async (path: string): Promise<string> => (await answer(await this.office.get(path))).text();

  /** As Amazon's own people see it. */
  amazon = async <Body>(path: string, data?: unknown): Promise<Body> => read<Body>(await (data === undefined ? this.plain.get(`${amazonSimulator()}/_control/${path}`) : this.plain.post(`${amazonSimulator()}/_control/${path}`, { data })));
  /** Stripe's own API, with the shop's secret key. */
  stripe = async <Body>(path: string): Promise<Body> => read<Body>(await this.plain.get(`${stripeSimulator()}/v1/${path}`, { headers: { authorization: 'Bearer sk_test_oneshelf' } }));

  async close(): Promise<void> {
    await Promise.all([this.office.dispose(), this.shop.dispose(), this.plain.dispose()]);
  }
}

async function answer(response: APIResponse): Promise<APIResponse> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return response;
}

// 204: done, with nothing to say.
const read = async <Body>(response: APIResponse): Promise<Body> => ((await answer(response)).status() === 204 ? undefined : await response.json()) as Body;
