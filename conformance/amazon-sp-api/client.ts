import { startAmazonSimulator, type AmazonSimulator } from '@oneshelf/simulators';

export interface Answer {
  status: number;
  body: unknown;
}

export interface Client {
  simulator: AmazonSimulator;
  call(method: string, url: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** A simulator of its own, signed in, with usage plans that do not stop a run. */
export async function openClient(): Promise<Client> {
  const simulator = await startAmazonSimulator({ settings: { rateLimitScale: 1_000_000 } });
  const { clientId, clientSecret, refreshToken } = simulator.application;
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId, client_secret: clientSecret });
  const signedIn = (await (await fetch(`${simulator.url}/auth/o2/token`, { method: 'POST', body: form })).json()) as { access_token: string };
  const call = async (method: string, url: string, body?: unknown): Promise<Answer> => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${simulator.url}${url}`, { method, headers: { 'x-amz-access-token': signedIn.access_token, ...json }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  return { simulator, call, stop: () => simulator.stop() };
}
