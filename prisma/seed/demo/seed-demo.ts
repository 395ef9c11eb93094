import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { seedOnce } from '../seed-once';
import { daysFrom, type DemoTimes } from './demo-times';
import { writeAmazon } from './write-amazon';
import { writeBins } from './write-bins';
import { writeCatalogue } from './write-catalogue';
import { writeLots } from './write-lots';
import { writeOrganisation } from './write-organisation';
import { writePeople } from './write-people';
import { writePrices } from './write-prices';
import { writePromises } from './write-promises';
import { writePurchasing } from './write-purchasing';
import { writeSerials } from './write-serials';
import { writeStock } from './write-stock';
import { writeStockWork } from './write-stock-work';
import { writeWeighed } from './write-weighed';

/** Writes the demo chain in one transaction, unless there are products already. Answers whether it wrote. */
export async function seedDemo(db: Kysely<DB>, { now }: { now: Date }): Promise<boolean> {
  const times: DemoTimes = { now, founded: daysFrom(now, -30), counted: daysFrom(now, -1) };
  return seedOnce(db, 'product', async (tx) => {
    await writeOrganisation(tx);
    await writePeople(tx, times);
    await writeCatalogue(tx, times);
    await writePrices(tx, times);
    await writeStock(tx, times);
    await writeBins(tx);
    await writePurchasing(tx, times);
    await writePromises(tx, times);
    await writeStockWork(tx, times);
    await writeLots(tx, times);
    await writeSerials(tx);
    await writeWeighed(tx);
    await writeAmazon(tx, times);
  });
}
