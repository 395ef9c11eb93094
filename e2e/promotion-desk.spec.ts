import { expect, test } from '@playwright/test';
import type { PromotionList } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { pounds } from './kit/amounts';
import { Outside } from './kit/api';
import { enrolmentCode } from './kit/enrolment';
import { isAccessible, picture, visit } from './kit/looks';
import { enterOffice } from './kit/office';
import { Shop } from './kit/shop';
import { Till } from './kit/till';

const backpack = demo.variants.shortPick;
const NAME = 'Backpack week';

interface Quoted { totalMinor: number }

test.describe.serial('Promotion desk', () => {
  let outside: Outside;
  let listMinor = 0;

  test.beforeAll(async () => {
    outside = await Outside.connect();
    listMinor = (await outside.quote<Quoted>({ lines: [{ variantId: backpack.id, quantityMilli: 1000 }] })).totalMinor;
  });
  test.afterAll(async () => outside.close());

  test('a promotion is built, tried, published, and seen at the till and on the shop page', async ({ browser }) => {
    const page = await enterOffice(browser);
    const dearest = listMinor - Math.round(listMinor / 4);

    await test.step('built in sentences, with what it would do beside', async () => {
      await visit(page, '/promotions/new', 'New promotion');
      await page.getByLabel('Discount, percent').fill('25');
      await page.getByRole('button', { name: 'Goods: everything. Change' }).click();
      await page.getByRole('searchbox', { name: 'Products', exact: true }).fill('Rove 20');
      await page.getByRole('button', { name: /^Rove 20 Backpack/ }).click();
      await isAccessible(page, 'promotion goods');
      await page.getByRole('button', { name: 'Take these' }).click();
      await page.getByLabel('From', { exact: true }).fill('2026-01-01T00:00');
      await page.getByLabel('To', { exact: true }).fill('2025-01-01T00:00');
      await expect(page.getByText('When: the end must be after the start.')).toBeVisible();
      await page.getByLabel('To', { exact: true }).fill('2099-01-01T00:00');
      await page.getByLabel('Name on receipts').fill(NAME);
      await expect(page.getByText(/^In the list: 25% off Rove 20 Backpack$/)).toBeVisible();
      await expect(page.getByText(/^Would change \d+ of the last|Nobody has bought anything/)).toBeVisible();
      await isAccessible(page, 'promotion builder');
      await picture(page, 'promotion-builder');
    });

    await test.step('tried in the simulator before anybody else sees it', async () => {
      await page.getByRole('link', { name: 'Try it in the simulator' }).click();
      await expect(page.getByRole('heading', { name: 'Cart simulator', level: 1 })).toBeVisible();
      await page.getByRole('searchbox', { name: 'Add a product by title or SKU' }).fill(backpack.sku);
      await page.getByRole('button', { name: new RegExp(backpack.sku) }).click();
      await expect(page.getByText(`Your draft takes ${pounds(listMinor - dearest)} off`)).toBeVisible();
      await isAccessible(page, 'promotion simulator');
      await picture(page, 'promotion-simulator');
      await page.reload();
      await expect(page.getByText(`Your draft takes ${pounds(listMinor - dearest)} off`)).toBeVisible();
      expect((await outside.quote<Quoted>({ lines: [{ variantId: backpack.id, quantityMilli: 1000 }] })).totalMinor).toBe(listMinor);
    });

    await test.step('published from the draft that was kept', async () => {
      await page.goBack();
      await expect(page.getByText('This is your draft from before.')).toBeVisible();
      await page.getByRole('button', { name: 'Publish the promotion' }).click();
      await expect(page.getByRole('link', { name: NAME, exact: true })).toBeVisible();
      await visit(page, '/promotions?view=calendar', 'Promotions');
      await expect(page.getByRole('link', { name: new RegExp(`^${NAME}, United Kingdom, Running`) })).toBeVisible();
      expect((await outside.get<PromotionList>('/api/promotions')).items.map(({ name }) => name)).toContain(NAME);
    });

    await test.step('on the shop page', async () => {
      const shop = await Shop.open(browser);
      await shop.page.goto(`${new URL(page.url()).origin}/shop/products/rove-20-backpack`);
      await expect(shop.page.getByText(pounds(dearest)).first()).toBeVisible();
      await shop.page.context().close();
    });

    await test.step('at the till', async () => {
      const till = await Till.open(browser, demo.stores.soho);
      await till.enrol(await enrolmentCode(outside, { store: demo.stores.soho.name, number: 1 }));
      await till.signIn('Sam Lowe', '2222');
      await till.openShift(10000);
      await till.scan(backpack.barcode);
      await expect(till.promotion()).toContainText(NAME);
      await expect(till.toPay()).toHaveText(pounds(dearest));
      await till.context.close();
    });

    await test.step('paused, it is gone within seconds; the draft of an edit says what it would change', async () => {
      await page.getByRole('link', { name: new RegExp(`^${NAME}, United Kingdom, Running`) }).click();
      await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeVisible();
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Let it go on' })).toBeVisible();
      await isAccessible(page, 'promotion edit');
      expect((await outside.quote<Quoted>({ lines: [{ variantId: backpack.id, quantityMilli: 1000 }] })).totalMinor).toBe(listMinor);
    });
    await page.context().close();
  });
});
