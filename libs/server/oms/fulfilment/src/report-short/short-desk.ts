import { Injectable } from '@nestjs/common';
import { AskCountUseCase } from '@oneshelf/server-inventory/work';
import { FindSources } from '@oneshelf/server-orders';
import { GiveUpUnits } from './give-up-units';
import { ReRouteUnits } from './re-route-units';

/** The ways out of a short pick: bundled, since a constructor takes five. */
@Injectable()
export class ShortDesk {
  constructor(
    readonly sources: FindSources,
    readonly reRoute: ReRouteUnits,
    readonly giveUp: GiveUpUnits,
    readonly askCount: AskCountUseCase,
  ) {}
}
