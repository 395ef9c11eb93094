import { gs1CheckDigit, gtinUse, readGtin } from '@oneshelf/domain-barcodes';
import { type CaseResult, resultOf } from '../report';
import { barcodeRules } from './rules';

export interface PrefixCase { prefix: string; mo: string }

const uses: [RegExp, string][] = [[/restricted circulation/i, 'restricted'], [/coupon/i, 'coupon'], [/refund/i, 'refund_receipt'], [/bookland/i, 'book'], [/serial publication/i, 'periodical'], [/demonstration/i, 'demonstration']];

/** A prefix and who gives out its numbers: what they are for is compared, not the organisation's name. */
export function judgePrefix({ prefix, mo }: PrefixCase): CaseResult {
  const name = `${prefix} ${mo}`;
  const [digits = ''] = /^\d+/.exec(prefix) ?? [];
  const payload = digits.padEnd(11, '0').padEnd(12, '1');
  const gtin = readGtin(`${payload}${gs1CheckDigit(payload)}`);
  const theirs = uses.find(([words]) => words.test(mo))?.[1] ?? 'trade_item';
  const ours = gtin && gtinUse(gtin);
  if (ours === 'restricted' && mo === 'GTIN-8') return resultOf(name, [barcodeRules.eightDigits], []);
  return resultOf(name, [], ours === theirs ? [] : [`Published as ${theirs}; ours: ${ours ?? 'no number'}.`]);
}
