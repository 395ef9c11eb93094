import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseResult, failureOf, resultOf } from '../report';
import { isAllocationCase, judgeAllocation } from './allocations';
import { isGiftCardCase, judgeGiftCard } from './gift-cards';
import { isRefundCase, judgeRefund } from './refunds';
import { type Difference, judged } from './rules';

export const fixtureFolder = 'inventory';

/** Every case of every file below the folder, told by the shape of its fields. */
export function run(folder: string): Promise<CaseResult[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort();
  return Promise.resolve(files.flatMap((name) => {
    try {
      const { cases } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { cases?: object[] };
      return cases?.map((given, index) => judge(`${name} ${nameOf(given) ?? index}`, given)) ?? [failureOf(name, 'It has no cases.')];
    } catch (error) {
      return [failureOf(name, error)];
    }
  }));
}

function judge(name: string, given: object): CaseResult {
  try {
    const differences = differencesOf(given);
    if (differences === undefined) return failureOf(name, 'Its fields are none of a refund, an allocation or a gift card.');
    const { rules, problems } = judged(differences);
    return resultOf(name, rules, problems);
  } catch (error) {
    return failureOf(name, error);
  }
}

function differencesOf(given: object): Difference[] | undefined {
  if (isRefundCase(given)) return judgeRefund(given);
  if (isAllocationCase(given)) return judgeAllocation(given);
  return isGiftCardCase(given) ? judgeGiftCard(given) : undefined;
}

const nameOf = (given: object): string | undefined => ('id' in given && typeof given.id === 'string' ? given.id : undefined);
