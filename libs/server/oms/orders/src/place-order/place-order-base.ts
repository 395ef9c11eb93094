import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Database, DATABASE } from '@oneshelf/platform';
import { PlanOrder } from './plan-order';

/** What placing reads beside its tables: bundled, since a constructor takes five. */
@Injectable()
export class PlaceOrderBase {
  constructor(
    readonly plans: PlanOrder,
    @Inject(DATABASE) readonly database: Database,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}
