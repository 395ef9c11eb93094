// A sale of a till arrives while somebody else does something with the same goods: after each of its statements.
import { createRivals, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, stockUseCases, tester, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import type { TestingModule } from '@nestjs/testing';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { AcceptOperationsUseCase } from './accept-operations/accept-operations.use-case';
import { PosSyncModule } from './pos-sync.module';
import { cashSale, openShift, openStore, type Store } from './testing';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let test: TestDatabase;
let rivals: Awaited<ReturnType<typeof createRivals>>;
let store: Store;
let book: PriceBook;
let sequence = 1;

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 1000);
  rivals = await createRivals(test, { imports: [PosSyncModule] });
  book = await rivals.rival.get(LoadPriceBook, { strict: false }).run('GB');
  await send(rivals.rival, openShift(store, sequence));
});
afterAll(async () => {
  await rivals.close();
  await test.drop();
});

const send = (on: TestingModule, operation: unknown) => on.get(AcceptOperationsUseCase).run(store.device, [operation]);
const sellable = async () => (await test.database.selectFrom('stock_level').select('sellable_milli').executeTakeFirstOrThrow()).sellable_milli;
const scene = async () => {
  sequence += 1;
  return { sale: cashSale(store, book, { sequence, pieces: 1 }), before: await sellable() };
};
const outcome = (answer: unknown) => (answer as { outcome: string }[])[0]?.outcome;

describe('race: a sale of a till', () => {
  it('[L-16] that arrives by two ways is booked once', () => rivals.interruption.duel({
    scene, victim: ({ sale }) => send(rivals.victim, sale), competitor: ({ sale }) => send(rivals.rival, sale),
    then: async ({ sale, before }, { victim, competitor }) => {
      expect([outcome(victim), outcome(competitor), await sellable()]).toEqual(['applied', 'applied', before - 1000]);
      expect(await test.database.selectFrom('payment').select('id').where('order_id', '=', sale.payload.saleId).execute()).toHaveLength(1);
    },
  }));

  it('that arrives while an order takes the same shelf: each unit is counted once', () => rivals.interruption.duel({
    scene, victim: ({ sale }) => send(rivals.victim, sale),
    competitor: () => test.transactions.run((tx) => stockUseCases().reserve.run(tx, { orderId: newId(), lines: [{ orderLineId: newId(), variantId: store.variantId, locationId: store.locationId, quantityMilli: 1000 }], actor: tester, occurredAt: AT })),
    then: async ({ before }, { victim }) => {
      expect([outcome(victim), await sellable()]).toEqual(['applied', before - 2000]);
      expect(await unexplainedLevels(test)).toEqual([]);
    },
  }));
});
