import type { QuantityProblem } from '@oneshelf/domain-inventory';

/** A cell that was typed or pasted: its new number, or the text that is none and why. */
export interface DraftCell { readonly milli: number | null; readonly text: string; readonly problem: QuantityProblem | null }

type Cells = ReadonlyMap<string, DraftCell>;

/** What a person has changed and not applied yet, with the steps that can be taken back and made again. */
export interface StockDraft { readonly cells: Cells; readonly past: readonly Cells[]; readonly future: readonly Cells[] }

export const emptyDraft: StockDraft = { cells: new Map(), past: [], future: [] };

const MOST_STEPS = 100;

/** One step, whatever the number of cells; null forgets a cell. What changes nothing is no step. */
export function writeCells(draft: StockDraft, changes: ReadonlyMap<string, DraftCell | null>): StockDraft {
  const cells = new Map(draft.cells);
  let changed = 0;
  for (const [key, cell] of changes) {
    const before = cells.get(key);
    if (before?.milli === cell?.milli && before?.text === cell?.text && before?.problem === cell?.problem) continue;
    changed += 1;
    if (cell === null) cells.delete(key);
    else cells.set(key, cell);
  }
  return changed === 0 ? draft : { cells, past: [...draft.past, draft.cells].slice(-MOST_STEPS), future: [] };
}

/** The draft before its last step; the same where there is none. */
export function undoStep(draft: StockDraft): StockDraft {
  const before = draft.past.at(-1);
  return before ? { cells: before, past: draft.past.slice(0, -1), future: [...draft.future, draft.cells] } : draft;
}

export function redoStep(draft: StockDraft): StockDraft {
  const next = draft.future.at(-1);
  return next ? { cells: next, past: [...draft.past, draft.cells], future: draft.future.slice(0, -1) } : draft;
}

/** The new numbers by cell, without what could not be read. */
export const numbersOf = ({ cells }: StockDraft): Map<string, number> => new Map([...cells].flatMap(([key, { milli }]) => (milli === null ? [] : [[key, milli] as const])));

export const problemKeys = ({ cells }: StockDraft): string[] => [...cells].flatMap(([key, { problem }]) => (problem === null ? [] : [key]));
