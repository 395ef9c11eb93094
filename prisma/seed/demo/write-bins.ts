import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { seedId } from '../seed-id';
import { demoProducts } from './catalogue';
import { demoStores } from './places';

/** Where goods by measure stand: an aisle of their own in London, one bin a product, and one bin that is given up. */
export async function writeBins(tx: Kysely<DB>): Promise<void> {
  const soho = demoStores.find(({ code }) => code === 'SOHO');
  if (!soho) return;
  const variants = demoProducts.flatMap((product) => product.variants).filter(({ unit }) => unit !== 'piece');
  const bin = (place: number) => ({ id: seedId(`bin:SOHO:L-${place}`), location_id: soho.id, code: `L-${String(place).padStart(2, '0')}`, aisle: 'L', walk: 900 + place * 10 });
  await tx.insertInto('stock_bin').values([...variants.map((_variant, index) => bin(index + 1)), { ...bin(variants.length + 1), is_closed: true }]).execute();
  await tx.insertInto('bin_place').values(variants.map(({ id }, index) => ({ variant_id: id, bin_id: bin(index + 1).id, location_id: soho.id }))).execute();
}
