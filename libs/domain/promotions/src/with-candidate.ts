import type { Promotion } from './promotion';

/**
 * A list of promotions as it would be with one that is not published: in the place of the one that it would replace, else
 * beside the others. `always`: as if it ran whenever a basket was bought, for what it would have done in the past (PRM-49).
 */
export function withCandidate(promotions: readonly Promotion[], candidate: Promotion, runs: 'always' | 'by_its_dates'): Promotion[] {
  const opened = runs === 'always' ? { ...candidate, startsAt: '1970-01-01T00:00:00Z', endsAt: '9999-12-31T00:00:00Z' } : candidate;
  return [...promotions.filter(({ promotionId }) => promotionId !== candidate.promotionId), opened];
}
