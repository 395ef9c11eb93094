import { Injectable } from '@nestjs/common';
import type { AddLandedCost } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type LandedLine, shareLandedCost } from '@oneshelf/domain-purchasing';
import { type StaffActor, Transactions } from '@oneshelf/platform';
import { OrderPlaces } from '../edit-order/order-places';
import { PurchaseOrderRepository } from '../purchase-order.repository';
import { LandedCostRepository } from './landed-cost.repository';
import { LandedGoods } from './landed-goods';

export type LandedCostRefusal =
  | { kind: 'unknown_receipt' | 'not_allowed_here' | 'landed_cost_exists'; message: string }
  | { kind: 'no_basis'; message: string; basis: string; lineIds: string[] };

/** What it cost to get a receipt here: shared over its lines; the goods that are left are worth more. */
@Injectable()
export class AddLandedCostUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly landedCosts: LandedCostRepository,
    private readonly orders: PurchaseOrderRepository,
    private readonly goods: LandedGoods,
    private readonly places: OrderPlaces,
  ) {}

  /** The same id and amount again change nothing. */
  async run(actor: StaffActor, receiptId: string, input: AddLandedCost): Promise<Result<{ orderId: string }, LandedCostRefusal>> {
    const receipt = await this.landedCosts.receipt(receiptId);
    if (!receipt) return refuse({ kind: 'unknown_receipt', message: 'There is no receipt with this id. Nothing was saved.' });
    if (!this.places.mayBuyFor(actor, receipt.locationId)) return refuse({ kind: 'not_allowed_here', message: 'Your role does not hold at the location of this receipt. Nothing was saved.' });
    const weights = await this.goods.variants.weightsOf(receipt.lines.map((line) => line.variantId));
    const lines: LandedLine[] = receipt.lines.map((line) => ({ ...line, weightGrams: weights.get(line.variantId) ?? null }));
    const shares = shareLandedCost(input.amountMinor, lines, input.basis);
    if (!shares.ok) return refuse({ ...shares.refusal, message: `These goods cannot be told apart by ${input.basis}: some have none. Nothing was saved. Choose another way to share it.` });
    return this.transactions.run<{ orderId: string }, LandedCostRefusal>(async (tx) => {
      await this.orders.lock(tx, receipt.orderId);
      const before = await this.landedCosts.amountOf(tx, input.id);
      if (before !== null) return before === input.amountMinor ? ok({ orderId: receipt.orderId }) : refuse({ kind: 'landed_cost_exists', message: 'This cost was saved before with another amount. Nothing was saved.' });
      await this.landedCosts.insert(tx, { ...input, receiptId, actor: actor.name, shares: shares.value });
      const variantOf = new Map(receipt.lines.map((line) => [line.lineId, line.variantId]));
      await this.goods.revalue.run(tx, { receiptId, locationId: receipt.locationId, lines: shares.value.map((share) => ({ variantId: variantOf.get(share.lineId) ?? '', amountMinor: share.amountMinor })), reason: input.kind, actor });
      await this.orders.record(tx, { id: receipt.orderId, locationId: receipt.locationId }, { actor, kind: 'landed_cost', details: { receiptId, kind: input.kind, basis: input.basis, amountMinor: input.amountMinor, note: input.note } });
      return ok({ orderId: receipt.orderId });
    });
  }
}
