import { isDeepStrictEqual } from 'node:util';
import { amazonOperations } from '@oneshelf/simulators';
import { resultOf, type CaseResult } from '../report';
import { arrange, objectOf, type SandboxCase } from './arrange';
import { openClient } from './client';
import type { Models } from './models';
import { rules } from './rules';

/** Sends a sandbox case to the simulator: the status has to be the case's, and the answer has to satisfy the model. */
export async function replay(given: SandboxCase, models: Models): Promise<CaseResult> {
  const name = given.id;
  const at = { model: given.api, path: given.path, method: given.method.toLowerCase(), status: given.status };
  const broken = models.answerProblems(at, given.response).length > 0 ? [rules.exampleBreaksModel] : [];
  const operation = amazonOperations.find(({ method, path }) => method === given.method && path.replaceAll(/:(\w+)/g, '{$1}') === given.path);
  if (operation === undefined) return resultOf(name, [rules.notSimulated, ...broken], []);
  const client = await openClient();
  try {
    const { url, body } = await requestOf(given, await arrange(client, given), models);
    const answer = await client.call(given.method, url, body);
    const status = answer.status === given.status ? [] : [`The status is ${answer.status}, the case has ${given.status}: ${JSON.stringify(answer.body)}`];
    const request = given.status < 300 && body !== undefined ? models.requestProblems(at, body).map((problem) => `request ${problem}`) : [];
    const shape = status.length > 0 ? [] : models.answerProblems(at, answer.body).map((problem) => `answer ${problem}`);
    return resultOf(name, broken, [...status, ...request, ...shape, ...orderProblems(given, answer.body)]);
  } finally {
    await client.stop();
  }
}

type Arranged = Awaited<ReturnType<typeof arrange>>;

// A case that is to fail is sent as it stands: what it leaves out stays out.
async function requestOf(given: SandboxCase, arranged: Arranged, models: Models): Promise<{ url: string; body: unknown }> {
  const asked: Record<string, unknown> = Object.fromEntries(Object.entries(given.request.parameters ?? {}).flatMap(([name, entry]) => ('value' in entry ? [[name, entry.value]] : [])));
  const succeeds = given.status < 300;
  const { body = succeeds ? arranged.body : undefined, ...named } = asked;
  const parameters = models.parametersOf({ model: given.api, path: given.path, method: given.method.toLowerCase() });
  const required = succeeds ? parameters.filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name = '' }) => [name, arranged.parameters[name]]) : [];
  const query = { ...Object.fromEntries(required), ...named } as Record<string, unknown>;
  // Ids that the simulator gives itself cannot be those of the example.
  const own = (name: string): unknown => (succeeds && ['destinationId', 'subscriptionId'].includes(name) ? arranged.parameters[name] : undefined);
  const path = given.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(String(own(name) ?? asked[name] ?? arranged.parameters[name] ?? 'none')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && !given.path.includes(`{${name}}`)) search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return { url: `${path}?${search.toString()}`, body };
}

// An order that was put in has to come out as the example shows it.
function orderProblems(given: SandboxCase, body: unknown): string[] {
  const expected = objectOf(given.response)['order'];
  if (expected === undefined || isDeepStrictEqual(objectOf(body)['order'], expected)) return [];
  return ['The order is not the one of the example.'];
}
