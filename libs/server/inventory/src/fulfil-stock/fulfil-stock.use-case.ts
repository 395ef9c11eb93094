import { Injectable } from '@nestjs/common';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, newId, type Tx } from '@oneshelf/platform';
import { takeHeld } from '../held-lines';
import { ReservationRepository } from '../reservation.repository';
import { byPiece } from '../serials/by-piece';
import type { SerialRefused, StockOperation } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface FulfilStockInput {
  orderId: string;
  locationId: string;
  lines: { orderLineId: string; quantityMilli: number; serials?: readonly string[] }[];
  /** The fulfilment order that left the house. */
  causeId: string;
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  operationId?: string;
  /** The store's day and the order's channel: which lots may leave; asked for only where there are some. */
  lotChoice?: StockOperation['lotChoice'];
  /** The order's number, for the life of a piece. */
  orderNumber?: string;
}

/** Reserved units leave the house: committed → customer, and the reservation shrinks by as much. */
@Injectable()
export class FulfilStockUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly reservations: ReservationRepository,
  ) {}

  /**
   * Refuses a piece that is not here. Statements: 2, with serials 4 or 5.
   * @throws InvariantError when the location holds less for a line than leaves it
   */
  async run(tx: Tx, input: FulfilStockInput): Promise<Result<null, SerialRefused>> {
    const held = await this.reservations.lockOfOrder(tx, input.orderId);
    const taken = takeHeld(held, input.lines.map((line) => ({ ...line, locationId: input.locationId })));
    if (taken.length === 0) return ok(null);
    const result = await this.ledger.applyNamed(tx, {
      operationId: input.operationId ?? newId(),
      causeKind: 'fulfilment',
      causeId: input.causeId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      ...(input.lotChoice ? { lotChoice: input.lotChoice } : {}),
      entries: taken.flatMap(({ orderLineId, variantId, locationId, quantityMilli }) =>
        byPiece([{ variantId, locationId, quantityMilli, from: 'committed' as const, to: 'customer' as const, reason: input.orderNumber ?? '' }], input.lines.find((line) => line.orderLineId === orderLineId)?.serials)),
      reservations: taken.map(({ quantityMilli, ...reservation }) => ({ ...reservation, deltaMilli: -quantityMilli })),
    });
    if (!result.ok && result.refusal.kind === 'serial_elsewhere') return refuse(result.refusal);
    invariant(result.ok, `Order ${input.orderId} has reservations that its levels do not show as committed`);
    return ok(null);
  }
}
