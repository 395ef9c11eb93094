import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseResult, failureOf } from '../report';
import { judgeDictionary } from './dictionary';
import { judgeInStore } from './in-store';
import { judgePrefix } from './prefixes';
import { judgeBracketed, judgeLink, judgeScan, judgeVerified } from './strings';
import { judgeValue } from './value-checks';

export const fixtureFolder = 'barcodes';

// Each form of case by a field that only it has.
const forms: [string, (given: never) => CaseResult][] = [
  ['linter', judgeValue], ['uri', judgeLink], ['scan', judgeScan], ['fnc1Form', judgeBracketed], ['level', judgeVerified], ['kind', judgeInStore], ['mo', judgePrefix],
];

/** Every case below the folder by its fields, and the published dictionary of identifiers line by line. */
export async function run(folder: string): Promise<CaseResult[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((name) => {
    const text = () => readFileSync(path.join(folder, name), 'utf8');
    if (name.endsWith('dictionary.txt')) return judgeDictionary(text());
    if (!name.endsWith('.json')) return [];
    return (JSON.parse(text()) as object[]).map((given) => {
      const form = forms.find(([field]) => field in given);
      return form ? form[1](given as never) : failureOf(JSON.stringify(given).slice(0, 100), 'None of our forms has its fields.');
    });
  });
}
