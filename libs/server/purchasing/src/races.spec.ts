// Two people receive one order: the second comes after each statement of the first.
import type { ReceiveGoods } from '@oneshelf/contracts';
import { newId, system } from '@oneshelf/platform';
import { createRivals, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import type { TestingModule } from '@nestjs/testing';
import { giveLocation, giveVariant, levelOf, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { PurchasingHttpModule } from './index';
import { ReceiveGoodsUseCase } from './receive-goods/receive-goods.use-case';
import { giveSupplier } from './testing';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let test: TestDatabase;
let rivals: Awaited<ReturnType<typeof createRivals>>;
const soho = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  rivals = await createRivals(test, { imports: [PurchasingHttpModule] });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await rivals.close();
  await test.drop();
});

/** Two boots that a supplier was asked for. */
async function sent(): Promise<{ orderId: string; lineId: string; variantId: string }> {
  const [orderId, lineId, variantId] = [newId(), newId(), await giveVariant(test, { sku: newId(), title: 'Boot' })];
  await test.database.insertInto('purchase_order').values({ id: orderId, number: `PO-${orderId}`, market_code: 'GB', supplier_id: await giveSupplier(test), location_id: soho, currency: 'GBP', status: 'sent', created_by: 'test' }).execute();
  await test.database.insertInto('purchase_order_line').values({ id: lineId, order_id: orderId, position: 1, variant_id: variantId, ordered_milli: 2000, unit_cost_minor: 450 }).execute();
  return { orderId, lineId, variantId };
}
const receive = (on: TestingModule, { orderId, lineId }: { orderId: string; lineId: string }, receiptId = newId()) => {
  const goods: ReceiveGoods = { receiptId, version: 1, isFinal: false, note: '', unexpected: [], lines: [{ lineId, goodMilli: 2000, damagedMilli: 0, checkedMilli: 0, traced: [] }] };
  return on.get(ReceiveGoodsUseCase, { strict: false }).run({ orderId, goods, actor: system('tester'), receivedBy: 'Sam', deviceId: null, source: 'office', mayDecide: true, isAllowedAt: () => true, now: new Date() });
};
const applied = (answer: unknown) => (answer as { value?: { applied?: boolean } }).value?.applied === true;

describe('race: goods in of one order', () => {
  it('by two people at two doors come once', () => rivals.interruption.duel({
    scene: sent, victim: (given) => receive(rivals.victim, given), competitor: (given) => receive(rivals.rival, given),
    then: async ({ variantId }, { victim, competitor }) => expect([[victim, competitor].filter(applied).length, await levelOf(test, { variantId, locationId: soho })]).toMatchObject([1, { sellable: 2000 }]),
  }));

  it('that are sent by two ways come once', () => rivals.interruption.duel({
    scene: async () => ({ ...(await sent()), receiptId: newId() }),
    victim: ({ receiptId, ...given }) => receive(rivals.victim, given, receiptId), competitor: ({ receiptId, ...given }) => receive(rivals.rival, given, receiptId),
    then: async ({ variantId }, { victim, competitor }) => {
      expect([victim, competitor]).toMatchObject([{ ok: true }, { ok: true }]);
      expect([[victim, competitor].filter(applied).length, await levelOf(test, { variantId, locationId: soho })]).toMatchObject([1, { sellable: 2000 }]);
    },
  }));
});
