import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import { type Actor, newId, type Tx } from '@oneshelf/platform';
import { takeHeld } from '../held-lines';
import { ReservationRepository } from '../reservation.repository';
import type { StockOperation } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface FulfilStockInput {
  orderId: string;
  locationId: string;
  lines: { orderLineId: string; quantityMilli: number }[];
  /** The fulfilment order that left the house. */
  causeId: string;
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  operationId?: string;
  /** The store's day and the order's channel: which lots may leave; asked for only where there are some. */
  lotChoice?: StockOperation['lotChoice'];
}

/** Reserved units leave the house: committed → customer, and the reservation shrinks by as much. */
@Injectable()
export class FulfilStockUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly reservations: ReservationRepository,
  ) {}

  /**
   * Statements: 2.
   * @throws InvariantError when the location holds less for a line than leaves it
   */
  async run(tx: Tx, input: FulfilStockInput): Promise<void> {
    const held = await this.reservations.lockOfOrder(tx, input.orderId);
    const taken = takeHeld(held, input.lines.map((line) => ({ ...line, locationId: input.locationId })));
    if (taken.length === 0) return;
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? newId(),
      causeKind: 'fulfilment',
      causeId: input.causeId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      ...(input.lotChoice ? { lotChoice: input.lotChoice } : {}),
      entries: taken.map(({ variantId, locationId, quantityMilli }) => ({ variantId, locationId, quantityMilli, from: 'committed', to: 'customer' })),
      reservations: taken.map(({ quantityMilli, ...reservation }) => ({ ...reservation, deltaMilli: -quantityMilli })),
    });
    invariant(result.ok, `Order ${input.orderId} has reservations that its levels do not show as committed`);
  }
}
