import { invariant } from './invariant';

/**
 * Shares an amount over weights by largest remainder (DOMAIN.md §3): cap the amount at the sum of the weights, floor each
 * share, give the missing units to the greatest remainders, ties by index. No share exceeds its weight. The sum of the
 * shares is min(amount, sum of weights). For discounts and other amounts that are taken out of their weights.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  const total = sumOfWeights(weights);
  return largestRemainder(Math.min(amountMinor, total), weights, total);
}

/** As `allocate` without the cap: the shares always sum to the amount. For tax, landed cost, anything on top of its weights. */
export function apportion(amountMinor: number, weights: readonly number[]): number[] {
  const total = sumOfWeights(weights);
  invariant(amountMinor === 0 || total > 0, () => `apportion: ${amountMinor} has no weight to go to`);
  return largestRemainder(amountMinor, weights, total);
}

function largestRemainder(amount: number, weights: readonly number[], total: number): number[] {
  invariant(Number.isSafeInteger(amount) && amount >= 0, () => `allocate: the amount must be a whole number ≥ 0, not ${amount}`);
  const shares: number[] = [];
  const remainders: { index: number; remainder: number }[] = [];
  let left = amount;
  if (amount === 0 || total === 0) return weights.map(() => 0);
  weights.forEach((weight, index) => {
    const { share, remainder } = floorShare(amount, weight, total);
    shares.push(share);
    left -= share;
    if (remainder > 0) remainders.push({ index, remainder });
  });
  // 10.00 over 3 equal lines → 3.34, 3.33, 3.33. The remainders sum to left × total and each is below total, so more than
  // `left` of them are above zero whenever left > 0; and a capped share with a remainder is below its weight, so +1 fits.
  if (left > 0) remainders.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let rank = 0; rank < left; rank += 1) {
    const next = remainders[rank];
    invariant(next, 'allocate: more units are left than lines have a remainder');
    shares[next.index] = (shares[next.index] ?? 0) + 1;
  }
  return shares;
}

function floorShare(amount: number, weight: number, total: number): { share: number; remainder: number } {
  const product = amount * weight;
  if (Number.isSafeInteger(product)) {
    const remainder = product % total;
    return { share: (product - remainder) / total, remainder };
  }
  const exact = BigInt(amount) * BigInt(weight);
  return { share: Number(exact / BigInt(total)), remainder: Number(exact % BigInt(total)) };
}

function sumOfWeights(weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) {
    invariant(Number.isSafeInteger(weight) && weight >= 0, () => `allocate: a weight must be a whole number ≥ 0, not ${weight}`);
    total += weight;
  }
  invariant(Number.isSafeInteger(total), 'allocate: the weights sum beyond the safe integers');
  return total;
}
