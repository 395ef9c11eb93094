import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import { type Actor, newId, type Tx } from '@oneshelf/platform';
import { takeHeld } from '../held-lines';
import { ReservationRepository } from '../reservation.repository';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReleaseStockInput {
  orderId: string;
  /** What to let go; without it, all that the order holds. */
  lines?: { orderLineId: string; quantityMilli: number; locationId?: string }[];
  reason: string;
  actor: Actor;
  /** ISO instant; default now. */
  occurredAt?: string;
  /** Where the units go: back on sale, 'quality_control' until somebody has counted, or 'shrink'. Default sellable. */
  into?: 'sellable' | 'quality_control' | 'shrink';
  operationId?: string;
}

/** The inverse of a reservation: committed → sellable, and the reservation shrinks by as much. */
@Injectable()
export class ReleaseStockUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly reservations: ReservationRepository,
  ) {}

  /**
   * Lets an order's units go; an order that holds nothing (any more) is no error. Statements: 2, or 1 with nothing held.
   * @throws InvariantError when a line holds less than was asked for
   */
  async run(tx: Tx, input: ReleaseStockInput): Promise<void> {
    const held = await this.reservations.lockOfOrder(tx, input.orderId);
    const taken = input.lines ? takeHeld(held, input.lines) : held;
    if (taken.length === 0) return;
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? newId(),
      causeKind: 'cancellation',
      causeId: input.orderId,
      actor: input.actor,
      occurredAt: input.occurredAt ?? new Date().toISOString(),
      entries: taken.map(({ variantId, locationId, quantityMilli }) => ({ variantId, locationId, quantityMilli, from: 'committed', to: input.into ?? 'sellable', reason: input.reason })),
      reservations: taken.map(({ quantityMilli, ...reservation }) => ({ ...reservation, deltaMilli: -quantityMilli })),
    });
    invariant(result.ok, `Order ${input.orderId} has reservations that its levels do not show as committed`);
  }
}
