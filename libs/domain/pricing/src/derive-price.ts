import { scaleRounded } from '@oneshelf/domain-kernel';

/** How a derived book makes its prices from those of another (PRC-17). Amounts in minor units, 400 basis points are 4 %. */
export interface PriceFormula {
  /** Added to the base: 400 is 4 % more, −1000 is 10 % less. */
  percentBasisPoints: number;
  surchargeMinor: number;
  /** Prices end in `endsInMinor` of every `stepMinor`: 99 of 100 is .99, 995 of 1000 is 9.95. */
  ending: { endsInMinor: number; stepMinor: number } | null;
  /** Of the price without tax, as in `marginBasisPoints`. Needs a cost; without one it is not applied. */
  minMarginBasisPoints: number | null;
  maxMarginBasisPoints: number | null;
}

export interface DerivationInput {
  baseMinor: number;
  costMinor: number | null;
  /** What the price contains: 2000 is 20 %; 0 where prices are without tax. */
  taxRateBasisPoints: number;
}

export type DerivationStep = { step: 'base' | 'percent' | 'surcharge' | 'margin_floor' | 'margin_ceiling' | 'ending'; amountMinor: number };

export interface DerivedPrice {
  amountMinor: number;
  /** Each step that changed the amount, the base first. */
  steps: DerivationStep[];
}

/** One price of a derived book. Never below zero. */
export function derivePrice(formula: PriceFormula, input: DerivationInput): DerivedPrice {
  const steps: DerivationStep[] = [{ step: 'base', amountMinor: input.baseMinor }];
  let amountMinor = input.baseMinor;
  const move = (step: DerivationStep['step'], next: number): void => {
    if (next === amountMinor) return;
    amountMinor = next;
    steps.push({ step, amountMinor });
  };
  move('percent', scaleRounded(amountMinor, { numerator: 10_000 + formula.percentBasisPoints, denominator: 10_000 }, 'half_up'));
  move('surcharge', Math.max(0, amountMinor + formula.surchargeMinor));
  const floor = priceAtMargin(formula.minMarginBasisPoints, input);
  const ceiling = priceAtMargin(formula.maxMarginBasisPoints, input);
  // The floor is the stronger: where the two cross, losing money is worse than asking much.
  if (ceiling !== null) move('margin_ceiling', Math.min(amountMinor, ceiling));
  if (floor !== null) move('margin_floor', Math.max(amountMinor, floor));
  if (formula.ending) move('ending', withEnding(amountMinor, formula.ending, floor ?? 0));
  return { amountMinor, steps };
}

/** The lowest price, tax inside, whose net leaves the margin: net = cost ÷ (1 − margin), rounded up to keep it. */
function priceAtMargin(marginBasisPoints: number | null, { costMinor, taxRateBasisPoints }: DerivationInput): number | null {
  if (marginBasisPoints === null || costMinor === null || marginBasisPoints >= 10_000) return null;
  // cost × 10000 ÷ (10000 − margin) × (10000 + tax) ÷ 10000, rounded up once.
  const numerator = BigInt(costMinor) * BigInt(10_000 + taxRateBasisPoints);
  const denominator = BigInt(10_000 - marginBasisPoints);
  return Number((numerator + denominator - 1n) / denominator);
}

/** The nearest amount with the ending, ties up; the next one above where that is below the floor. */
function withEnding(amountMinor: number, { endsInMinor, stepMinor }: NonNullable<PriceFormula['ending']>, floorMinor: number): number {
  const below = Math.floor((amountMinor - endsInMinor) / stepMinor) * stepMinor + endsInMinor;
  const nearest = amountMinor - below < below + stepMinor - amountMinor ? below : below + stepMinor;
  return [nearest, below + stepMinor, below + 2 * stepMinor].find((candidate) => candidate >= floorMinor && candidate >= 0) ?? amountMinor;
}
