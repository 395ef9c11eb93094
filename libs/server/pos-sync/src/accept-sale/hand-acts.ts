import { Injectable } from '@nestjs/common';
import type { HandActContract, SalePayload } from '@oneshelf/contracts';
import { handLines } from '@oneshelf/domain-pricing';
import { greaterHandLimit, type HandAct, type HandBreach, handBreaches, handLimitOf, type HandLimit, type HandTarget } from '@oneshelf/domain-promotions';
import { type DeviceActor, recordAudit, type Tx } from '@oneshelf/platform';
import { TillPeople } from '@oneshelf/server-identity';
import type { Discrepancy } from '../till-sale.repository';

/** What was done by hand in a sale: an audit row for each, and a discrepancy where it went beyond the limit of whoever stands for it. */
@Injectable()
export class HandActs {
  constructor(private readonly people: TillPeople) {}

  async run(tx: Tx, sale: SalePayload, device: DeviceActor): Promise<Discrepancy[]> {
    const targets = handTargets(sale.basket);
    if (targets.length === 0) return [];
    const limits = await this.people.limitsAt(device.locationId);
    const said = targets.map((target) => ({ target, act: sale.handActs.find((act) => isOf(act, target)) }));
    for (const { target, act } of said) {
      const after = { ...act, target, receiptNumber: sale.receiptNumber, amountMinor: takenBy(target, sale) };
      await recordAudit(tx, { actor: device, action: target.kind === 'price' ? 'set_price_by_hand' : 'discount_by_hand', subject: 'sale', subjectId: sale.saleId, locationId: device.locationId, after });
    }
    const breaches = handBreaches(handLines(sale.quote), said.map(({ target, act }): HandAct => ({ target, limit: limitOf(act, limits) })));
    return breaches.length === 0 ? [] : [{ kind: 'by_hand', details: breaches.map((breach) => told(breach, sale)) }];
  }
}

/** Everything by hand that the basket holds, in the order in which it counts: a basket cannot hide an act by not naming who did it. */
function handTargets({ lines, manualDiscounts = [] }: SalePayload['basket']): HandTarget[] {
  return [
    ...lines.flatMap(({ lineId, override }): HandTarget[] => (override ? [{ kind: 'price', lineId }] : [])),
    ...manualDiscounts.map(({ discountId, lineIds }): HandTarget => ({ kind: 'discount', discountId, lineIds })),
  ];
}

const isOf = ({ target }: HandActContract, wanted: HandTarget): boolean =>
  target.kind === 'price' ? wanted.kind === 'price' && wanted.lineId === target.lineId : wanted.kind === 'discount' && wanted.discountId === target.discountId;

/** An act that nobody stands for, or somebody who is not of this store, has no room at all. */
function limitOf(act: HandActContract | undefined, limits: ReadonlyMap<string, HandLimit>): HandLimit {
  const known = (person: { id: string } | null | undefined): HandLimit => limits.get(person?.id ?? '') ?? handLimitOf([], []);
  return greaterHandLimit(known(act?.givenBy), known(act?.approvedBy));
}

function takenBy(target: HandTarget, { quote }: SalePayload): number {
  if (target.kind === 'discount') return quote.manualDiscounts?.find(({ discountId }) => discountId === target.discountId)?.amountMinor ?? 0;
  const line = handLines(quote).find(({ lineId }) => lineId === target.lineId);
  return (line?.usualMinor ?? 0) - (line?.listMinor ?? 0);
}

function told({ target, because, takenMinor, allowedMinor }: HandBreach, { handActs, lineTexts }: SalePayload) {
  const act = handActs.find((one) => isOf(one, target));
  return {
    because, takenMinor, allowedMinor, givenBy: act?.givenBy.name ?? null, approvedBy: act?.approvedBy?.name ?? null, reason: act?.reason ?? null, note: act?.note ?? '',
    sku: target.kind === 'price' ? (lineTexts.find(({ lineId }) => lineId === target.lineId)?.sku ?? null) : null,
  };
}
