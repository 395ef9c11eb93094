import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';

/** What became of a line, in thousandths: ordered = cancelled + open + fulfilled; fulfilled = kept + returned. */
export interface LineQuantities {
  quantityMilli: number;
  cancelledMilli: number;
  fulfilledMilli: number;
  returnedMilli: number;
}

export interface QuantityRefused {
  kind: 'quantity_refused';
  /** What was to be counted. */
  change: 'cancel' | 'fulfil' | 'return';
  askedMilli: number;
  possibleMilli: number;
}

export const openMilli = (line: LineQuantities): number => line.quantityMilli - line.cancelledMilli - line.fulfilledMilli;
export const keptMilli = (line: LineQuantities): number => line.fulfilledMilli - line.returnedMilli;

/** Throws when a stored line breaks the law: that is a bug, not an answer. */
export function checkLineQuantities(line: LineQuantities): void {
  const counts = [line.quantityMilli, line.cancelledMilli, line.fulfilledMilli, line.returnedMilli, openMilli(line), keptMilli(line)];
  invariant(counts.every((count) => Number.isSafeInteger(count) && count >= 0), `line quantities do not add up: ${JSON.stringify(line)}`);
}

export const cancelQuantity = <Line extends LineQuantities>(line: Line, askedMilli: number): Result<Line, QuantityRefused> =>
  counted(line, { change: 'cancel', askedMilli, possibleMilli: openMilli(line), next: { ...line, cancelledMilli: line.cancelledMilli + askedMilli } });

export const fulfilQuantity = <Line extends LineQuantities>(line: Line, askedMilli: number): Result<Line, QuantityRefused> =>
  counted(line, { change: 'fulfil', askedMilli, possibleMilli: openMilli(line), next: { ...line, fulfilledMilli: line.fulfilledMilli + askedMilli } });

export const returnQuantity = <Line extends LineQuantities>(line: Line, askedMilli: number): Result<Line, QuantityRefused> =>
  counted(line, { change: 'return', askedMilli, possibleMilli: keptMilli(line), next: { ...line, returnedMilli: line.returnedMilli + askedMilli } });

function counted<Line extends LineQuantities>(line: Line, { next, ...ask }: Omit<QuantityRefused, 'kind'> & { next: Line }): Result<Line, QuantityRefused> {
  checkLineQuantities(line);
  const fits = Number.isSafeInteger(ask.askedMilli) && ask.askedMilli > 0 && ask.askedMilli <= ask.possibleMilli;
  return fits ? ok(next) : refuse({ kind: 'quantity_refused', ...ask });
}
