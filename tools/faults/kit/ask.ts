import { setTimeout as sleep } from 'node:timers/promises';

export interface Question {
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** The asker hangs up after so long: the answer is lost, whatever was done. */
  hangUpAfterMs?: number | undefined;
}

export interface Answer<Body> {
  status: number;
  body: Body;
}

const PATIENCE_MS = 20_000;
const PAUSE_MS = 400;
/** Longer than any outage of a run; nothing may take that long. */
const GIVE_UP_MS = 240_000;

/** One exchange. Undefined: no answer came. */
export async function ask<Body>({ method = 'GET', url, headers = {}, body, hangUpAfterMs }: Question): Promise<Answer<Body> | undefined> {
  try {
    const response = await fetch(url, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(hangUpAfterMs ?? PATIENCE_MS) });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : parsed(text)) as Body };
  } catch {
    return undefined;
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** An answer that says how it stands: not an outage, and not "slower". */
const isFinal = ({ status, body }: Answer<unknown>): boolean => status < 500 && status !== 429 && !(status === 409 && (body as { code?: string } | null)?.code === 'payment_pending');

/** Asks the same again until there is an answer that stands. */
export async function askUntilAnswered<Body>(question: Question): Promise<Answer<Body>> {
  const until = Date.now() + GIVE_UP_MS;
  let hangUpAfterMs = question.hangUpAfterMs;
  let last: Answer<Body> | undefined;
  while (Date.now() < until) {
    last = await ask<Body>({ ...question, hangUpAfterMs });
    if (last && isFinal(last)) return last;
    hangUpAfterMs = undefined;
    await sleep(PAUSE_MS);
  }
  throw new Error(`${question.method ?? 'GET'} ${question.url} had no answer that stands within ${GIVE_UP_MS / 1000} s; the last was ${last?.status ?? 'none'} ${JSON.stringify(last?.body)}.`);
}

/** Asks until it answers well; any other answer that stands is an error. */
export async function fetched<Body>(question: Question): Promise<Body> {
  const { status, body } = await askUntilAnswered<Body>(question);
  if (status >= 300) throw new Error(`${question.method ?? 'GET'} ${question.url} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
