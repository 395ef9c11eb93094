import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { failureOf, resultOf, type CaseResult } from '../report';
import { readCases } from './read-cases';
import { rules } from './rules';
import { readTable } from './tables/read-table';
import { has, type TaxCase } from './tax-case';

/** The folder of the fixtures that this suite reads. */
export const fixtureFolder = 'tax';

/** Every case of every file below the folder: lists of cases, tables of rates, answers of tax services. What a file is, its content says. */
export async function run(root: string): Promise<CaseResult[]> {
  return filesBelow(root).flatMap((name) => casesOf(root, name).map((taxCase) => judge(taxCase)));
}

const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|csv)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

function casesOf(root: string, name: string): TaxCase[] {
  const text = readFileSync(path.join(root, name), 'utf8');
  if (name.endsWith('.csv')) return readTable(text, path.dirname(path.join(root, name)));
  const content: unknown = JSON.parse(text);
  return has(content, 'cases') && Array.isArray(content.cases) ? readCases(content) : readTable(content, path.dirname(path.join(root, name)));
}

function judge({ name, run: runCase }: TaxCase): CaseResult {
  try {
    const found = runCase().map((difference) => ({ difference, rule: Object.entries(rules).find(([, rule]) => rule.excuses(difference))?.[0] }));
    const problems = found.filter(({ rule }) => rule === undefined).map(({ difference: { field, expected, actual } }) => `${field}: expected ${JSON.stringify(expected)}, ours ${JSON.stringify(actual)}`);
    return resultOf(name, found.flatMap(({ rule }) => (rule === undefined ? [] : [rule])), problems);
  } catch (error) {
    return failureOf(name, error);
  }
}
