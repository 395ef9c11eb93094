import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseResult, failureOf } from '../report';
import { type CatalogueCase, judgeCatalogue } from './catalogue-promotions';
import { judgeSelection, type SelectionFile } from './price-selection';

export const fixtureFolder = 'pricing';

/** Every case below the folder by its fields: rows of prices and a context, or a catalogue with promotions and a walk through it. */
export async function run(folder: string): Promise<CaseResult[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort();
  return files.flatMap((name) => {
    const { seed, cases } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { seed?: SelectionFile['seed']; cases?: object[] };
    if (!cases) return [failureOf(name, 'It has no cases.')];
    const selections = cases.filter((given) => 'priceSetIds' in given) as SelectionFile['cases'];
    const catalogues = cases.filter((given) => 'setup' in given && 'flow' in given) as CatalogueCase[];
    const unknown = cases.filter((given) => !(selections as object[]).includes(given) && !(catalogues as object[]).includes(given));
    return [
      ...judgeSelection({ ...(seed ? { seed } : {}), cases: selections }), ...catalogues.map(judgeCatalogue),
      ...unknown.map((given) => failureOf(JSON.stringify(given).slice(0, 100), 'None of our forms has its fields.')),
    ];
  });
}
