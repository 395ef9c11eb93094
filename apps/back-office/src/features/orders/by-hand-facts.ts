import type { OrderDetail } from '@oneshelf/contracts';

/** Something done by hand at the till: what it came to, why, who did it and who approved it. */
export interface ByHandFact {
  id: string;
  /** The product; null: the whole sale. */
  title: string | null;
  reason: string;
  givenBy: string;
  approvedBy: string | null;
  /** Off by a discount; null where a price was set. */
  amountMinor: number | null;
  /** Of one, where a price was set; `usualMinor` null: no book had one. */
  price: { unitMinor: number; usualMinor: number | null } | null;
}

/** From the quote as it was sold; who approved it stands in the timeline. */
export function byHandFacts({ quote, lines, timeline }: Pick<OrderDetail, 'quote' | 'lines' | 'timeline'>): ByHandFact[] {
  if (!quote) return [];
  const approvals = approvalsIn(timeline);
  const titleOf = (place: number): string => lines[place]?.title ?? '';
  const prices = quote.lines.flatMap(({ lineId, trace: { override, candidates } }, place): ByHandFact[] => {
    if (!override) return [];
    const usualMinor = candidates.find(({ because }) => because === 'overridden')?.amountMinor ?? null;
    return [{ id: lineId, title: titleOf(place), reason: override.reason, givenBy: override.by, approvedBy: approvals.get(lineId) ?? null, amountMinor: null, price: { unitMinor: override.unitMinor, usualMinor } }];
  });
  const discounts = (quote.manualDiscounts ?? []).map(({ discountId, reason, by, amountMinor }): ByHandFact => {
    const touched = quote.lines.flatMap(({ trace }, place) => (trace.manual?.some((one) => one.discountId === discountId) ? [place] : []));
    const [only] = touched;
    return { id: discountId, title: touched.length === 1 && quote.lines.length > 1 && only !== undefined ? titleOf(only) : null, reason, givenBy: by, approvedBy: approvals.get(discountId) ?? null, amountMinor, price: null };
  });
  return [...prices, ...discounts];
}

/** An event is a record of its time: its shape is not trusted. */
function approvalsIn(timeline: OrderDetail['timeline']): Map<string, string> {
  const said = timeline.flatMap(({ kind, data }) => (kind === 'sold' && Array.isArray(data['byHand']) ? (data['byHand'] as unknown[]) : []));
  return new Map(said.flatMap((one): [string, string][] => {
    const { targetId, approvedBy } = (one ?? {}) as { targetId?: unknown; approvedBy?: unknown };
    return typeof targetId === 'string' && typeof approvedBy === 'string' ? [[targetId, approvedBy]] : [];
  }));
}
