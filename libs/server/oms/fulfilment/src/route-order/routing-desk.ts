import { Injectable } from '@nestjs/common';
import { SettleReservations } from './settle-reservations';
import { UnroutedUnits } from './unrouted-units.query';

/** What routing does with reservations: bundled, since a constructor takes five. */
@Injectable()
export class RoutingDesk {
  constructor(
    readonly unrouted: UnroutedUnits,
    readonly settle: SettleReservations,
  ) {}
}
