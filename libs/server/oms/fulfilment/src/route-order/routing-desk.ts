import { Injectable } from '@nestjs/common';
import { MoveReservationUseCase } from '@oneshelf/server-inventory';
import { SettleReservations } from './settle-reservations';

/** What routing does with reservations: bundled, since a constructor takes five. */
@Injectable()
export class RoutingDesk {
  constructor(
    readonly reservations: MoveReservationUseCase,
    readonly settle: SettleReservations,
  ) {}
}
