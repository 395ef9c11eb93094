import { fitsUnit, type QuantityUnit } from '@oneshelf/domain-kernel';

/** Why a typed or pasted quantity cannot be taken. `unclear`: with the other sign and three digits it could be thousands. */
export type QuantityProblem = 'not_a_number' | 'not_whole' | 'unclear' | 'too_large';

export type TypedQuantity = { readonly milli: number } | { readonly problem: QuantityProblem };

export interface QuantityReader {
  readonly unit: QuantityUnit;
  /** How the reader's language writes fractions. */
  readonly decimalSign: '.' | ',';
}

const PATTERN = /^([-\u2212]?)(\d+)(?:([.,])(\d{1,3}))?$/;
const MOST_DIGITS = 7;

/** A number of pieces, or of kilograms with or without the word: '12', '-3', '1,25', '1.250 kg'. */
export function readTypedQuantity(text: string, { unit, decimalSign }: QuantityReader): TypedQuantity {
  const typed = text.trim();
  const bare = typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
  const [, sign, whole = '', separator, fraction = ''] = PATTERN.exec(bare) ?? [];
  if (sign === undefined) return { problem: 'not_a_number' };
  if (whole.length > MOST_DIGITS) return { problem: 'too_large' };
  if (separator !== undefined && separator !== decimalSign && fraction.length === 3) return { problem: 'unclear' };
  const milli = Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  if (!fitsUnit(milli, unit)) return { problem: 'not_whole' };
  return { milli: sign === '' || milli === 0 ? milli : -milli };
}

/** A cell that is to become something, by its place; or why it cannot. */
export interface BlockCell { readonly row: number; readonly column: number; readonly text: string; readonly read: TypedQuantity }

export interface BlockTarget {
  readonly top: number; readonly left: number; readonly bottom: number; readonly right: number;
  unitOf(row: number): QuantityUnit;
  isEditable(row: number, column: number): boolean;
}

/**
 * A block of texts laid over a target, again and again where the target is larger. A place that the block has no text
 * for, or an empty one, stays as it is; `locked` counts places that nobody may change.
 */
export function readBlock(block: readonly (readonly string[])[], target: BlockTarget, decimalSign: '.' | ','): { cells: BlockCell[]; locked: number } {
  const width = block.reduce((widest, line) => Math.max(widest, line.length), 1);
  const cells: BlockCell[] = [];
  let locked = 0;
  for (let row = target.top; row <= target.bottom; row += 1) {
    const line = block[(row - target.top) % block.length] ?? [];
    for (let column = target.left; column <= target.right; column += 1) {
      const text = (line[(column - target.left) % width] ?? '').trim();
      if (text === '' || text === '–') continue;
      if (target.isEditable(row, column)) cells.push({ row, column, text, read: readTypedQuantity(text, { unit: target.unitOf(row), decimalSign }) });
      else locked += 1;
    }
  }
  return { cells, locked };
}
