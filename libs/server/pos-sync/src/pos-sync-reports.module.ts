import { Module } from '@nestjs/common';
import { IdentityModule } from '@oneshelf/server-identity';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { OpenDiscrepancies } from './resolve-discrepancy/open-discrepancies.query';
import { ShiftsOfDay } from './shifts-of-day/shifts-of-day.query';
import { TillBookRepository } from './till-book/till-book.repository';
import { TillHealth } from './till-health/till-health.query';

const queries = [OpenDiscrepancies, ShiftsOfDay, TillBookRepository, TillHealth];

/** What reports and the page Today ask of the tills; without the machinery that takes sales in. */
@Module({ imports: [IdentityModule, OrganisationModule], providers: queries, exports: queries })
export class PosSyncReportsModule {}
