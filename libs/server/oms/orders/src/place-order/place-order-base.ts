import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Database, DATABASE } from '@oneshelf/platform';
import { FindSources } from '../sourcing/find-sources.query';

/** What placing reads beside its tables: bundled, since a constructor takes five. */
@Injectable()
export class PlaceOrderBase {
  constructor(
    readonly sources: FindSources,
    @Inject(DATABASE) readonly database: Database,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}
