import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import { AT, stockUseCases, tester } from './testing';
import { knowLots, lotKey } from './lots/know-lots';

/** A lot of so many units that lies at a place, through the ledger. Answers its id. */
export async function giveLot(test: Pick<TestDatabase, 'transactions'>, at: { variantId: string; locationId: string }, { code, expiresOn, units }: { code: string; expiresOn?: string; units: number }): Promise<string> {
  return test.transactions.write(async (tx) => {
    const known = await knowLots(tx, [{ variantId: at.variantId, code, expiresOn }]);
    const lotId = known.get(lotKey({ variantId: at.variantId, code }))?.id ?? '';
    const result = await stockUseCases().ledger.apply(tx, { operationId: newId(), causeKind: 'receipt', causeId: newId(), actor: tester, occurredAt: AT, entries: [{ ...at, from: 'supplier', to: 'sellable', quantityMilli: units * 1000, lotId }] });
    if (!result.ok) throw new Error('The lot of the test was refused');
    return lotId;
  });
}

/** What lies on the shelf of each lot, in pieces, by code. */
export async function lotsAt(test: Pick<TestDatabase, 'database'>, at: { variantId: string; locationId: string }): Promise<Record<string, number>> {
  const rows = await test.database.selectFrom('stock_lot_level as level').innerJoin('stock_lot as lot', 'lot.id', 'level.lot_id').select(['lot.code', 'level.shelf_milli']).where('level.variant_id', '=', at.variantId).where('level.location_id', '=', at.locationId).orderBy('lot.code').execute();
  return Object.fromEntries(rows.map((row) => [row.code, row.shelf_milli / 1000]));
}
