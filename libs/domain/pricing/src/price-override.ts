import { invariant } from '@oneshelf/domain-kernel';
import type { PriceOverride } from './basket-input';
import type { PriceCandidate } from './choose-price';

/** A price by hand comes before all books (PRC-40); what they say stays to be seen. */
export function overridden(candidates: PriceCandidate[], override: PriceOverride | undefined): PriceCandidate[] {
  if (!override) return candidates;
  const { unitMinor, reason, by } = override;
  invariant(Number.isSafeInteger(unitMinor) && unitMinor >= 0, `${unitMinor} is no price`);
  invariant(reason.trim() !== '' && by.trim() !== '', 'a price by hand names no reason or no person');
  const byHand: PriceCandidate = { bookId: 'by_hand', name: reason, amountMinor: unitMinor, won: true, because: 'price_override' };
  return [byHand, ...candidates.map((candidate): PriceCandidate => (candidate.won ? { ...candidate, won: false, because: 'overridden' } : candidate))];
}

/** True where a line costs less than it usually does before any promotion: by hand or at an occasion. */
export function isReduced([winner, ...others]: readonly PriceCandidate[]): boolean {
  if (winner?.because !== 'price_override' && winner?.because !== 'event_book') return false;
  return others.some(({ because, amountMinor }) => (because === 'overridden' || because === 'lower_precedence') && amountMinor > winner.amountMinor);
}
