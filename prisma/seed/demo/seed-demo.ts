import type { Kysely } from 'kysely';
import type { DB } from '@oneshelf/database-types';
import { seedOnce } from '../seed-once';
import { writeAmazon } from './write-amazon';
import { writeCatalogue } from './write-catalogue';
import { writeOrganisation } from './write-organisation';
import { writePeople } from './write-people';
import { writePrices } from './write-prices';
import { writeStock } from './write-stock';

/** Moments of the chain's past, told from the moment of seeding. */
export interface DemoTimes {
  now: Date;
  /** When the catalogue and the first prices came in. */
  founded: Date;
  /** When the stock was counted. */
  counted: Date;
}

const DAY_MS = 86_400_000;

/** Writes the demo chain in one transaction, unless there are products already. Answers whether it wrote. */
export async function seedDemo(db: Kysely<DB>, { now }: { now: Date }): Promise<boolean> {
  const times: DemoTimes = { now, founded: new Date(now.getTime() - 30 * DAY_MS), counted: new Date(now.getTime() - DAY_MS) };
  return seedOnce(db, 'product', async (tx) => {
    await writeOrganisation(tx);
    await writePeople(tx, times);
    await writeCatalogue(tx, times);
    await writePrices(tx, times);
    await writeStock(tx, times);
    await writeAmazon(tx, times);
  });
}
