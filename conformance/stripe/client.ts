import { startStripeSimulator, type StripeSimulator } from '@oneshelf/simulators';

export type Fields = Record<string, unknown>;

export interface Answer {
  status: number;
  body: Fields;
}

export interface Sent {
  method: string;
  /** With its query. */
  url: string;
  form?: string;
  apiVersion?: string | undefined;
  idempotencyKey?: string | undefined;
}

export interface Client {
  simulator: StripeSimulator;
  send(sent: Sent): Promise<Answer>;
  post(url: string, form: string): Promise<Fields>;
  stop(): Promise<void>;
}

/** A simulator of its own; readers wait until a card is presented. */
export async function openClient(): Promise<Client> {
  const simulator = await startStripeSimulator({ settings: { terminalDelayMs: -1 } });
  const send = async ({ method, url, form, apiVersion, idempotencyKey }: Sent): Promise<Answer> => {
    const headers: Record<string, string> = { authorization: `Bearer ${simulator.secretKey}` };
    if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
    if (apiVersion !== undefined) headers['stripe-version'] = apiVersion;
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    const answer = await fetch(`${simulator.url}${url}`, { method, headers, ...(form === undefined ? {} : { body: form }) });
    return { status: answer.status, body: (await answer.json()) as Fields };
  };
  const post = async (url: string, form: string): Promise<Fields> => (await send({ method: 'POST', url, form })).body;
  return { simulator, send, post, stop: () => simulator.stop() };
}
