import type { CreateReturn, Disposition, ReturnableLine, ReturnLookup, ReturnReason } from '@oneshelf/contracts';

export interface LineChoice { quantityMilli: number; reason: ReturnReason; disposition: Disposition; /** Which pieces come back, where they are told apart. */ serials?: string[] }

export const reasons: readonly ReturnReason[] = ['too_small', 'too_big', 'faulty', 'not_as_shown', 'changed_mind', 'other'];
export const dispositions: readonly Disposition[] = ['resellable', 'refurbish', 'quarantine'];

/** Where a unit usually goes for its reason: a faulty one is not sold again before somebody looked. */
export const usualDisposition = (reason: ReturnReason): Disposition => (reason === 'faulty' ? 'quarantine' : 'resellable');

export const firstChoice: LineChoice = { quantityMilli: 1000, reason: 'changed_mind', disposition: 'resellable' };

/** What so many units of a line give back: the next frozen shares, in their order. A quantity that is not whole has one share. */
export function refundOf(line: ReturnableLine, quantityMilli: number): { totalMinor: number; discountMinor: number; taxMinor: number } {
  const shares: ReturnableLine['units'] = [];
  let covered = 0;
  for (const unit of line.units) {
    if (covered >= quantityMilli) break;
    covered += unit.quantityMilli;
    shares.push(unit);
  }
  const sum = (part: 'totalMinor' | 'discountMinor' | 'taxMinor'): number => shares.reduce((total, share) => total + share[part], 0);
  return { totalMinor: sum('totalMinor'), discountMinor: sum('discountMinor'), taxMinor: sum('taxMinor') };
}

/** The shipping, where these choices leave the customer nothing of the order. */
export function shippingBack({ lines, shipping }: Pick<ReturnLookup, 'lines' | 'shipping'>, choices: Record<string, Pick<LineChoice, 'quantityMilli'>>): { totalMinor: number; taxMinor: number } {
  const keepsNothing = lines.every((line) => (choices[line.orderLineId]?.quantityMilli ?? 0) === line.returnableMilli);
  return shipping && keepsNothing ? shipping : { totalMinor: 0, taxMinor: 0 };
}

export type RefundTender = { paymentId: string; refundableMinor: number };

/** How a refund goes back over the tenders, in the server's order; what it decides is what counts. */
export function spreadRefund<Tender extends RefundTender>(totalMinor: number, tenders: readonly Tender[]): { tender: Tender; amountMinor: number }[] {
  let left = totalMinor;
  return tenders.flatMap((tender) => {
    const amountMinor = Math.min(left, tender.refundableMinor);
    left -= amountMinor;
    return amountMinor > 0 ? [{ tender, amountMinor }] : [];
  });
}

export const linesOf = (choices: Record<string, LineChoice>): CreateReturn['lines'] => Object.entries(choices).map(([orderLineId, choice]) => ({ orderLineId, ...choice }));
