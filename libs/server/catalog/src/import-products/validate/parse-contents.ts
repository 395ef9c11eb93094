import type { Contents } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { ValueRefusal } from './parse-values';

/** Our unit for theirs, and how many thousandths of it one of theirs is. */
const units: Record<string, [Contents['unit'], number]> = {
  mg: ['g', 1], g: ['g', 1000], gram: ['g', 1000], grams: ['g', 1000], kg: ['kg', 1000], ml: ['ml', 1000], cl: ['ml', 10_000], l: ['l', 1000], litre: ['l', 1000], liter: ['l', 1000],
  mm: ['m', 1], cm: ['m', 10], m: ['m', 1000], m2: ['m2', 1000], 'm²': ['m2', 1000], piece: ['piece', 1000], pieces: ['piece', 1000], pc: ['piece', 1000], pcs: ['piece', 1000], item: ['piece', 1000], stück: ['piece', 1000], stk: ['piece', 1000],
};

/** What is in a piece: "250", "g" or "250 g" or "75 cl" → 250 g, 750 ml; whole thousandths of a unit, never rounded to nothing. */
export function parseContents(text: string, unit: string): Result<Contents, ValueRefusal> {
  const [, digits = '', decimals = '', own = ''] = /^(\d{1,9})(?:[.,](\d{1,6}))?\s*([\p{L}²2]*)\.?$/u.exec(text.trim()) ?? [];
  if (digits === '') return refuse({ kind: 'bad_contents', message: 'This is no quantity; the contents are left out. Write it as 250 g.' });
  const known = units[(own || unit.trim()).toLowerCase().replace(/\.$/, '')];
  if (!known) return refuse({ kind: 'unknown_contents_unit', message: 'The unit of the contents is not known; they are left out. Use g, kg, ml, cl, l, m, m2 or piece.' });
  const quantityMilli = Math.round(Number(`${digits}.${decimals || '0'}`) * known[1]);
  if (quantityMilli === 0) return refuse({ kind: 'bad_contents', message: 'Contents of nothing are left out.' });
  return ok({ quantityMilli, unit: known[0] });
}
