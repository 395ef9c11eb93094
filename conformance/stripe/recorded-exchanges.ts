import { stripeRoutes } from '@oneshelf/simulators';
import { resultOf, type CaseResult } from '../report';
import { arrange, type Exchange } from './arrange';
import { openClient, type Fields } from './client';
import { notSimulated, otherMethodKind, rules, type Difference, type NewerFields } from './rules';
import { differencesOf } from './shape';

/** Sends a recorded request to the simulator and compares the answers: status, fields, types, and the values that are not generated. */
export async function replay(exchange: Exchange, newer: NewerFields): Promise<CaseResult> {
  const { request, response } = exchange;
  const url = new URL(request.uri);
  const route = stripeRoutes.find(({ method, path }) => method === request.method && new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(url.pathname));
  if (route === undefined) return resultOf(exchange.id, [notSimulated], []);
  if (!takesCards(response.body)) return resultOf(exchange.id, [otherMethodKind], []);
  const client = await openClient();
  try {
    const ids = await arrange(client, exchange);
    const ours = (text: string): string => [...ids].reduce((changed, [theirs, mine]) => changed.replaceAll(theirs, mine), text);
    const form = request.method === 'POST' ? { form: ours(request.form) } : {};
    const answer = await client.send({ method: request.method, url: ours(url.pathname) + url.search, ...form, apiVersion: request.stripeVersion });
    if (answer.status !== response.status) return resultOf(exchange.id, [], [`The status is ${answer.status}, the recording has ${response.status}: ${JSON.stringify(answer.body)}`]);
    const place = { at: `${route.method} ${route.path}`, object: String(response.body['object'] ?? 'error'), field: '' };
    return judge(exchange.id, differencesOf(place, answer.body, response.body), newer);
  } finally {
    await client.stop();
  }
}

// A bank transfer and the like: the recording's intent cannot take a card at all.
function takesCards(body: Fields): boolean {
  const types = body['payment_method_types'];
  if (!Array.isArray(types)) return true;
  const method = body['payment_method'];
  const kind = typeof method === 'object' && method !== null && 'type' in method ? method.type : 'card';
  return types.includes('card') && kind === 'card';
}

/** Every difference needs a rule; what has none is a failure. */
export function judge(name: string, differences: Difference[], newer: NewerFields): CaseResult {
  const judged = differences.map((difference) => ({ difference, rule: rules.find((rule) => rule.covers(difference, newer)) }));
  const names = judged.flatMap(({ rule }) => (rule === undefined ? [] : [rule.name]));
  const problems = judged.flatMap(({ rule, difference }) => (rule === undefined ? [sentenceOf(difference)] : []));
  return resultOf(name, names, problems);
}

const sentenceOf = ({ at, object, field, kind, ours, theirs }: Difference): string =>
  `${kind} ${object} ${field}: ours ${JSON.stringify(ours) ?? 'absent'}, theirs ${JSON.stringify(theirs) ?? 'absent'} (${at})`.slice(0, 400);
