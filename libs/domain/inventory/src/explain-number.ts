import { invariant } from '@oneshelf/domain-kernel';
import type { StockNumber } from './stock-number';

/** A document of a cause, or all those that are not named. */
interface DocumentShare {
  changeMilli: number;
}

export interface CauseShare {
  causeKind: string;
  changeMilli: number;
  /** They and `othersMilli` add up to changeMilli. */
  documents: readonly DocumentShare[];
  othersMilli: number;
}

export interface NumberToExplain {
  number: StockNumber;
  /** What the movements made it at the beginning of the period. */
  openingMilli: number;
  causes: readonly CauseShare[];
  /** What checkouts keep for a while; counts for what is available, and not for a past instant: it is not recorded. */
  heldMilli: number;
  /** What counters sold beyond zero, summed over the places: a place below zero is shown as none, not taken from the others. */
  oversoldMilli: number;
  /** The number as it stands on the screen; null: nobody shows another than the movements make. */
  shownMilli: number | null;
}

export type StepKind = 'opening' | 'cause' | 'held' | 'oversold' | 'unexplained';

/** One line of '47 because …'. */
export interface ExplanationStep {
  kind: StepKind;
  /** Of a cause, else ''. */
  causeKind: string;
  changeMilli: number;
}

export interface Explanation {
  steps: ExplanationStep[];
  /** The sum of the steps. */
  resultMilli: number;
}

/**
 * Says what made a number: what it was when the period began, what each cause changed, what checkouts hold of it, and
 * what counters sold beyond it, because nobody reads a number below zero as something for sale (INV-12).
 * A level that its movements do not make gets a step `unexplained`: it is to be rebuilt.
 */
export function explainNumber({ number, openingMilli, causes, heldMilli, oversoldMilli, shownMilli }: NumberToExplain): Explanation {
  for (const cause of causes) {
    const ofDocuments = cause.documents.reduce((sum, { changeMilli }) => sum + changeMilli, cause.othersMilli);
    invariant(ofDocuments === cause.changeMilli, `The documents of ${cause.causeKind} make ${ofDocuments}, the cause ${cause.changeMilli}`);
  }
  const steps: ExplanationStep[] = [step('opening', openingMilli), ...causes.map(({ causeKind, changeMilli }) => ({ kind: 'cause' as const, causeKind, changeMilli }))];
  if (number === 'available') {
    if (heldMilli !== 0) steps.push(step('held', -heldMilli));
    if (oversoldMilli !== 0) steps.push(step('oversold', oversoldMilli));
  }
  const missing = (shownMilli ?? sumOf(steps)) - sumOf(steps);
  if (missing !== 0) steps.push(step('unexplained', missing));
  const resultMilli = sumOf(steps);
  invariant(shownMilli === null || resultMilli === shownMilli, `The steps make ${resultMilli}, the number is ${shownMilli}`);
  return { steps, resultMilli };
}

const step = (kind: StepKind, changeMilli: number): ExplanationStep => ({ kind, causeKind: '', changeMilli });
const sumOf = (steps: readonly ExplanationStep[]): number => steps.reduce((sum, { changeMilli }) => sum + changeMilli, 0);
