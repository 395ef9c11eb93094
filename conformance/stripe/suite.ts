import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentSchemas, type Json } from '../json-schema';
import { failureOf, type CaseResult } from '../report';
import type { Exchange } from './arrange';
import { ordinaryAnswers } from './ordinary-answers';
import { replay } from './recorded-exchanges';
import type { NewerFields } from './rules';
import { checkVector, type SignatureVector } from './signature-vectors';

export const fixtureFolder = 'stripe';

/** The Stripe simulator against recorded exchanges, signature vectors and Stripe's OpenAPI. */
export async function run(folder: string): Promise<CaseResult[]> {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const newer = newerFields(JSON.parse(read('fixtures3.json')) as { resources: Record<string, Json> });
  const results: CaseResult[] = [];
  for (const line of read('recorded-exchanges.jsonl').split('\n').filter((text) => text.trim() !== '')) {
    const exchange = JSON.parse(line) as Exchange;
    results.push(await replay(exchange, newer).catch((error: unknown) => failureOf(exchange.id, error)));
  }
  const { vectors } = JSON.parse(read('webhook-signature-vectors.json')) as { vectors: SignatureVector[] };
  const schemas = new DocumentSchemas(JSON.parse(read('openapi-spec3.2023-08-16.min.json')) as Json);
  return [...results, ...vectors.map(checkVector), ...(await ordinaryAnswers(schemas, newer))];
}

function newerFields({ resources }: { resources: Record<string, Json> }): NewerFields {
  const names = new Map(Object.values(resources).flatMap((resource) => (typeof resource === 'object' && resource !== null && 'object' in resource ? [[String(resource['object']), new Set(pathsIn(resource, ''))] as const] : [])));
  return (object) => names.get(object) ?? new Set<string>();
}

function pathsIn(value: Json, prefix: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, prefix));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [`${prefix}${name}`, ...pathsIn(child, `${prefix}${name}.`)]);
}
