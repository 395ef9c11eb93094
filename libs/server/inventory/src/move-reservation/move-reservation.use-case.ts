import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { type Actor, newId, type Tx } from '@oneshelf/platform';
import { type HeldLine, heldLines, takeHeld } from '../held-lines';
import { ReservationRepository } from '../reservation.repository';
import type { InsufficientStock, StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface MoveReservationInput {
  orderLineId: string;
  fromLocationId: string;
  toLocationId: string;
  quantityMilli: number;
  /** A picker did not find the units: 'quality_control' keeps them off sale until somebody has counted, 'shrink' writes them off. Null: on sale there again. */
  fromReason?: 'quality_control' | 'shrink' | null;
  actor: Actor;
  /** ISO instant; default now. */
  occurredAt?: string;
  operationId?: string;
}

/** Another location serves an order line: what one place held is let go (or written off) and kept at the other. */
@Injectable()
export class MoveReservationUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly reservations: ReservationRepository,
  ) {}

  /** What an order holds and where, locked until the transaction ends: for whoever decides about a move. */
  async heldBy(tx: Tx, orderId: string): Promise<HeldLine[]> {
    return heldLines(await this.reservations.lockOfOrder(tx, orderId)).filter((held) => held.quantityMilli > 0);
  }

  /**
   * Refuses insufficient_stock when the other location has not enough; nothing is changed then. Statements: 2.
   * @throws InvariantError when the first location holds less than is moved
   */
  async run(tx: Tx, input: MoveReservationInput): Promise<Result<void, InsufficientStock>> {
    const held = await this.reservations.lockOfOrderLine(tx, input.orderLineId);
    const taken = takeHeld(held, [{ orderLineId: input.orderLineId, locationId: input.fromLocationId, quantityMilli: input.quantityMilli }]);
    const [first] = taken;
    if (!first || input.fromLocationId === input.toLocationId) return ok(undefined);
    const entries = taken.map(({ variantId, quantityMilli }) => ({ variantId, quantityMilli })).flatMap((there): StockEntry[] => [
      { ...there, locationId: input.fromLocationId, from: 'committed', to: input.fromReason ?? 'sellable', reason: input.fromReason ? 'not found when picking' : 're-routed' },
      { ...there, locationId: input.toLocationId, from: 'sellable', to: 'committed', reason: 're-routed' },
    ]);
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? newId(),
      causeKind: 'order',
      causeId: first.orderId,
      actor: input.actor,
      occurredAt: input.occurredAt ?? new Date().toISOString(),
      entries,
      reservations: taken.flatMap(({ quantityMilli, ...reservation }) => [
        { ...reservation, deltaMilli: -quantityMilli },
        { ...reservation, locationId: input.toLocationId, deltaMilli: quantityMilli },
      ]),
    });
    return result.ok ? ok(undefined) : result;
  }
}
