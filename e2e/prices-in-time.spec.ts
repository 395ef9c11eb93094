import { expect, test } from '@playwright/test';
import type { StorefrontProduct, Today } from '@oneshelf/contracts';
import { instantOfLocalTime } from '@oneshelf/domain-kernel';
import { demo } from '@oneshelf/prisma/demo';
import { pounds } from './kit/amounts';
import { Outside } from './kit/api';
import { enrolmentCode } from './kit/enrolment';
import { isAccessible } from './kit/looks';
import { schedulePrices } from './kit/prices';
import { ordersOf } from './kit/shelf';
import { Till } from './kit/till';

const { sweater } = demo.variants;
const { leeds } = demo.stores;

test('prices that were scheduled turn at store midnight on a till without a network, and its sale posts as it was', async ({ browser }) => {
  const outside = await Outside.connect();
  const code = await enrolmentCode(outside, { store: leeds.name, number: leeds.registers[0]?.number ?? 1 });
  const till = await Till.open(browser, leeds);
  const { page } = till;
  const midnight = new Date(Date.now() + 86_400_000).toISOString().slice(0, 11).concat('00:00');
  const turn = new Date(instantOfLocalTime(midnight, 'Europe/London'));

  await till.enrol(code);
  await till.signIn(demo.staff.leedsManager.name, demo.staff.leedsManager.pin ?? '');
  const noShift = page.getByRole('heading', { name: 'Open a shift' });
  await expect(noShift.or(till.toPay())).toBeVisible();
  if (await noShift.isVisible()) await till.openShift(10_000);
  await till.scan(sweater.barcode);
  const today = till.engineTotal([[sweater.id, 1]]);
  await expect(till.toPay()).toHaveText(pounds(today));
  // From here the page's clock can be moved, as nights pass. The sale at hand is brought back by the till.
  await page.clock.install();
  await page.reload();
  await expect(till.toPay()).toHaveText(pounds(today));

  const version = till.book?.version;
  expect(await schedulePrices(outside, [[sweater.id, 6900]], midnight)).toMatchObject({ status: 'scheduled', goesLiveAt: turn.toISOString() });
  await expect.poll(() => till.book?.version).not.toBe(version);
  const tomorrow = till.engineTotal([[sweater.id, 1]], turn.toISOString());
  expect([till.engineTotal([[sweater.id, 1]]) === today, tomorrow === today]).toEqual([true, false]);
  // The shop asks today's price until then, and the till says what will be.
  const { variants } = await outside.storefront<StorefrontProduct>('/products/merino-crew-sweater');
  expect(variants.find(({ sku }) => sku === sweater.sku)?.listMinor).not.toBe(6900);
  await till.pill().click();
  await expect(page.getByText(/^1 price changes by itself on .* without a network too\.$/)).toBeVisible();
  await isAccessible(page, 'till prices to come');
  await till.goTo('Sell');

  await till.context.setOffline(true);
  await expect(till.pill()).toContainText('Offline since');
  await expect(till.toPay()).toHaveText(pounds(today));
  await page.clock.fastForward(turn.getTime() + 1000 - (await page.evaluate(() => Date.now())));
  // The sale at hand is priced again by itself.
  await expect(till.toPay()).toHaveText(pounds(tomorrow));
  await till.pay();
  await page.getByRole('button', { name: 'Exact' }).click();
  await expect(till.pill()).toContainText('1 sale kept on this till');
  const receipt = await till.receiptNumber();
  await till.nextSale();

  await till.context.setOffline(false);
  await page.clock.fastForward(60_000);
  await till.everythingSent();
  const [sale] = await ordersOf(outside, 'store-gb');
  expect([sale?.[0], sale?.[1]]).toEqual([receipt, tomorrow]);
  expect((await outside.get<Today>('/api/today')).concerns.filter(({ kind }) => kind.includes('discrepan'))).toEqual([]);
  await page.context().close();
  await outside.close();
});
