import { readFileSync } from 'node:fs';
import path from 'node:path';
import { failureOf, type CaseResult } from '../report';
import type { SandboxCase } from './arrange';
import { Models } from './models';
import { ordinaryAnswers } from './ordinary-answers';
import { replay } from './sandbox-cases';

export const fixtureFolder = 'amazon-sp-api';

/** The Amazon simulator against Amazon's own models, sandbox cases and notification schemas. */
export async function run(folder: string): Promise<CaseResult[]> {
  const models = new Models(path.join(folder, 'models'));
  const lines = readFileSync(path.join(folder, 'sandbox-cases.jsonl'), 'utf8').split('\n').filter((line) => line.trim() !== '');
  const results: CaseResult[] = [];
  for (const line of lines) {
    const given = JSON.parse(line) as SandboxCase;
    results.push(await replay(given, models).catch((error: unknown) => failureOf(given.id, error)));
  }
  return [...results, ...(await ordinaryAnswers(models, path.join(folder, 'schemas/notifications')))];
}
