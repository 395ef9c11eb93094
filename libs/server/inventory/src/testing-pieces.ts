import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveStock, giveVariant, stockUseCases, tester } from './testing';

/** A product that is told apart by serials. Answers the variant's id. */
export function givePieceVariant(test: Pick<TestDatabase, 'database'>, title: string): Promise<string> {
  return giveVariant(test, { sku: `${title.toUpperCase()}-${newId().slice(-8)}`, title, trackedBy: 'serial' });
}

/** Pieces that lie on the shelf of a place, through the ledger; `unnamed` of them have no serial. */
export async function givePieces(test: Pick<TestDatabase, 'transactions'>, at: { variantId: string; locationId: string }, { serials, unnamed = 0 }: { serials: readonly string[]; unnamed?: number }): Promise<void> {
  if (unnamed > 0) await giveStock(test, at, unnamed * 1000);
  if (serials.length === 0) return;
  const entries = serials.map((serialNumber) => ({ ...at, from: 'supplier' as const, to: 'sellable' as const, quantityMilli: 1000, serialNumber }));
  const result = await test.transactions.write((tx) => stockUseCases().ledger.applyNamed(tx, { operationId: newId(), causeKind: 'receipt', causeId: newId(), actor: tester, occurredAt: AT, entries }));
  if (!result.ok) throw new Error('The pieces of the test were refused');
}

/** The state of each piece of a product, by its serial. */
export async function piecesAt(test: Pick<TestDatabase, 'database'>, variantId: string): Promise<Record<string, string>> {
  const rows = await test.database.selectFrom('stock_serial').select(['serial_number', 'state']).where('variant_id', '=', variantId).orderBy('serial_number').execute();
  return Object.fromEntries(rows.map((row) => [row.serial_number, row.state]));
}
