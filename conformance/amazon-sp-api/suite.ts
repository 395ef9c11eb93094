import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseResult } from '../report';
import type { SandboxCase } from './arrange';
import { Models } from './models';
import { ordinaryAnswers } from './ordinary-answers';
import { replay } from './sandbox-cases';

/** The Amazon simulator against Amazon's own models, sandbox cases and notification schemas. */
export async function run(fixtures: string): Promise<CaseResult[]> {
  const folder = path.join(fixtures, 'amazon-sp-api');
  const models = new Models(path.join(folder, 'models'));
  const lines = readFileSync(path.join(folder, 'sandbox-cases.jsonl'), 'utf8').split('\n').filter((line) => line.trim() !== '');
  const results: CaseResult[] = [];
  for (const line of lines) results.push(await replay(JSON.parse(line) as SandboxCase, models));
  return [...results, ...(await ordinaryAnswers(models, path.join(folder, 'schemas/notifications')))];
}
