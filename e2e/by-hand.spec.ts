import { expect, test, type Page } from '@playwright/test';
import type { AuditList, CouponBatchList, HandLimitList, MadeCouponBatch, OrderDetail, OrderListPage, StockDetailAnswer, Today } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { gs1CheckDigit } from '@oneshelf/domain-barcodes';
import { pounds } from './kit/amounts';
import { Outside } from './kit/api';
import { isAccessible } from './kit/looks';
import { enterOffice } from './kit/office';
import { origin } from './kit/places';
import { Till } from './kit/till';

const { shortPick: backpack, weighed: block } = demo.variants;
const { york } = demo.stores;
const [manager, associate] = demo.allStaff.filter(({ storeCode }) => storeCode === york.code);

/** Prices, discounts and customers at a till of a store that no other story uses. */
test.describe.serial('By hand, and for somebody who is known', () => {
  let outside: Outside;
  let till: Till;

  test.beforeAll(async ({ browser }) => {
    outside = await Outside.connect();
    till = await Till.open(browser, york);
    await till.enrol();
    await till.signIn(associate?.name ?? '', associate?.pin ?? '');
    await till.openShift(10_000);
  });
  test.afterAll(async () => {
    await outside.close();
    await till.context.close();
  });

  const dialog = () => till.page.getByRole('dialog');
  const choose = (name: string) => dialog().getByRole('radio', { name, exact: true }).click();
  const byHand = () => till.page.locator('.till-sums [data-by-hand]');
  /** Types into the keypad of the dialog as a person does. */
  const typeKeys = (keys: string) => till.page.keyboard.type(keys, { delay: 60 });
  const closed = () => expect(dialog()).toHaveCount(0);
  async function approve(pin: string): Promise<void> {
    await dialog().getByRole('button', { name: 'Ask a manager' }).click();
    await expect(dialog()).toContainText('A manager has to approve this');
    await typeKeys(pin);
  }
  async function payExactly(): Promise<string> {
    await till.pay();
    await till.page.getByRole('button', { name: 'Exact' }).click();
    return till.receiptNumber();
  }
  async function orderOf(number: string): Promise<OrderDetail> {
    const { items } = await outside.get<OrderListPage>(`/api/orders?q=${number}`);
    return outside.get<OrderDetail>(`/api/orders/${items[0]?.id}`);
  }
  async function openLine(page: Page, title: string): Promise<void> {
    await till.line(title).getByRole('button', { name: /why this price/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  }

  /** By its name, as one sells what has no barcode. */
  async function sellFlask(page: Page): Promise<void> {
    await page.locator('.till-top').getByRole('searchbox').fill('fieldhouse flask 0.5 moss');
    await page.keyboard.press('Enter');
    await expect(till.line('Fieldhouse Flask')).toBeVisible();
  }

  test('a discount over the limit needs the manager’s PIN, also without a network, and posts when it is back', async () => {
    const { page } = till;
    expect((await outside.get<HandLimitList>('/api/hand-limits')).items[0]).toEqual({ role: 'associate', discountBasisPoints: 1000, priceBasisPoints: null });
    await till.scan(backpack.barcode);
    await expect(till.toPay()).toHaveText(pounds(6500));
    await till.context.setOffline(true);
    await openLine(page, 'Rove 20 Backpack');
    await isAccessible(page, 'till line by hand');
    await dialog().getByRole('button', { name: 'Discount…' }).click();
    await expect(dialog()).toContainText('Discount on Rove 20 Backpack');
    await typeKeys('15');
    await choose('Damaged');
    await expect(dialog()).toContainText(`${pounds(975)} by hand is beyond the limit of ${pounds(650)}`);
    await isAccessible(page, 'till discount');
    await approve('0000');
    await expect(dialog()).toContainText('This PIN is not right. Try again.');
    await isAccessible(page, 'till approval');
    await typeKeys(manager?.pin ?? '');
    await closed();
    await expect(byHand()).toContainText(`Damaged (by hand), Rove 20 Backpack−${pounds(975)}`);
    await expect(till.toPay()).toHaveText(pounds(5525));
    await page.reload();
    await expect(till.toPay()).toHaveText(pounds(5525));
    const number = await payExactly();
    await expect(page.getByRole('region', { name: 'Receipt', exact: true })).toContainText('Damaged');
    await till.nextSale();
    await till.context.setOffline(false);
    await till.everythingSent();
    const order = await orderOf(number);
    expect([order.totalMinor, order.discountMinor, order.quote?.manualDiscounts?.[0]?.amountMinor]).toEqual([5525, 975, 975]);
    const { items } = await outside.get<AuditList>('/api/audit?subject=sale');
    expect(items[0]).toMatchObject({ action: 'discount_by_hand', subjectId: order.id, after: { amountMinor: 975, givenBy: { name: associate?.name }, approvedBy: { name: manager?.name }, reason: 'damaged' } });
    expect(JSON.stringify((await outside.get<Today>('/api/today')).concerns)).not.toContain('by_hand');
  });

  test('a price by hand and a discount on the sale; the order’s page says who and why', async ({ browser }) => {
    const { page } = till;
    await till.scan(backpack.barcode);
    await openLine(page, 'Rove 20 Backpack');
    await dialog().getByRole('button', { name: 'Price…' }).click();
    await expect(dialog()).toContainText('Price of Rove 20 Backpack');
    await typeKeys('60');
    await choose('Price match');
    await expect(dialog()).toContainText('You set no prices by hand: a manager puts in a PIN.');
    await isAccessible(page, 'till price by hand');
    await approve(manager?.pin ?? '');
    await closed();
    await expect(till.line('Rove 20 Backpack')).toContainText(`${pounds(6000)} by hand, was ${pounds(6500)}`);
    await page.keyboard.press('F6');
    await expect(dialog()).toContainText('Discount on the whole sale');
    await choose('Amount');
    await typeKeys('5');
    await choose('Goodwill');
    await dialog().getByRole('button', { name: 'Take it off' }).click();
    await closed();
    await expect(till.toPay()).toHaveText(pounds(5500));
    await isAccessible(page, 'till sell by hand');
    const number = await payExactly();
    await till.nextSale();
    await till.everythingSent();
    const office = await enterOffice(browser);
    await office.goto(`${origin()}/orders/${(await orderOf(number)).id}`);
    const panel = office.locator('section').filter({ has: office.getByRole('heading', { name: 'By hand at the till' }) });
    await expect(panel).toContainText(`${pounds(6000)} instead of ${pounds(6500)}`);
    await expect(panel).toContainText(`By ${associate?.name}, approved by ${manager?.name}`);
    await expect(panel).toContainText(`−${pounds(500)}`);
    await isAccessible(office, 'office order by hand');
    await office.context().close();
  });

  test('a member pays the members’ price, is found again without a network, and the order is hers', async () => {
    const { page } = till;
    await sellFlask(page);
    await expect(till.toPay()).toHaveText(pounds(2900));
    await page.keyboard.press('F4');
    await dialog().getByRole('searchbox').fill('mina');
    await dialog().getByRole('button', { name: /Mina Patel/ }).click();
    await closed();
    await expect(page.getByRole('button', { name: 'Customer Mina Patel, Members, change' })).toBeVisible();
    await expect(till.toPay()).toHaveText(pounds(2600));
    await isAccessible(page, 'till sell with customer');
    const number = await payExactly();
    await expect(page.getByRole('region', { name: 'Receipt', exact: true })).toContainText('Mina Patel');
    await till.nextSale();
    await till.everythingSent();
    expect(await orderOf(number)).toMatchObject({ customer: { name: 'Mina Patel', email: 'mina.patel@mail.example' }, totalMinor: 2600 });
    await till.context.setOffline(true);
    await page.keyboard.press('F4');
    await expect(dialog()).toContainText('only customers whom this till knows');
    await isAccessible(page, 'till customer offline');
    await dialog().getByRole('button', { name: /Mina Patel/ }).click();
    await closed();
    await sellFlask(page);
    await expect(till.toPay()).toHaveText(pounds(2600));
    await till.context.setOffline(false);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
  });

  test('a customer is added at the till', async () => {
    const { page } = till;
    await page.keyboard.press('F4');
    await dialog().getByRole('button', { name: 'Add a customer' }).click();
    await isAccessible(page, 'till add customer');
    await dialog().getByLabel('Name').fill('Wilf Tarn');
    await dialog().getByLabel('E-mail').fill('wilf.tarn@mail.example');
    await dialog().getByRole('button', { name: 'Add and use' }).click();
    await closed();
    await expect(page.getByRole('button', { name: 'Customer Wilf Tarn, change' })).toBeVisible();
    await page.keyboard.press('F4');
    await dialog().getByRole('button', { name: 'Remove from the sale' }).click();
    await closed();
  });

  test('a code for one sale is taken once, and then says when and where', async () => {
    const { page } = till;
    const definition = { lane: 'basket', channelCodes: [], conditions: [], coupon: { codes: [] }, reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 500 } } };
    const { id } = await outside.post<{ id: string }>('/api/promotions', { name: 'Birthday', marketCode: 'GB', definition, startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z' });
    const batch = await outside.post<MadeCouponBatch>(`/api/promotions/${id}/coupon-batches`, { id: crypto.randomUUID(), count: 1, prefix: 'bday' });
    expect((await outside.get<CouponBatchList>(`/api/promotions/${id}/coupon-batches`)).items).toHaveLength(1);
    const code = await oneCode(batch.id);
    await expect.poll(() => till.book?.promotions.some(({ promotionId }) => promotionId === id)).toBe(true);
    await till.scan(backpack.barcode);
    await till.scan(code);
    await expect(page.getByText(`Code ${code} is used`)).toBeVisible();
    await expect(till.toPay()).toHaveText(pounds(6000));
    const number = await payExactly();
    await till.nextSale();
    await till.everythingSent();
    await till.scan(backpack.barcode);
    await till.scan(code);
    await expect(page.locator('.till-miss')).toContainText(`Code ${code} was used on`);
    await expect(page.locator('.till-miss')).toContainText(`${york.name}, ${number}`);
    await isAccessible(page, 'till used code');
    await expect(till.toPay()).toHaveText(pounds(6500));
  });

  test('two blocks are paid by what each weighs, without a network too, and one comes back with its own weight and money', async ({ browser }) => {
    const { page } = till;
    const labelled = (grams: number): string => { const code = `2168601${String(grams).padStart(5, '0')}`; return code + gs1CheckDigit(code); };
    const onShelf = async (): Promise<number | undefined> => (await outside.get<StockDetailAnswer>(`/api/stock/${block.id}`)).locations.find(({ locationId }) => locationId === york.id)?.availableMilli;
    const before = (await onShelf()) ?? 0;
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await till.context.setOffline(true);
    await till.scan(labelled(1234));
    await expect(till.toPay()).toHaveText(pounds(2962));
    await till.scan(block.barcode);
    await expect(dialog()).toContainText('It usually weighs 1.000\u00a0kg');
    await isAccessible(page, 'till weigh piece');
    await typeKeys('0.98');
    await dialog().getByRole('button', { name: /^Take 0.980/ }).click();
    await closed();
    await expect(till.lines()).toHaveCount(2);
    await expect(till.toPay()).toHaveText(pounds(2962 + 2352));
    await isAccessible(page, 'till sell weighed pieces');
    const number = await payExactly();
    await expect(page.getByRole('region', { name: 'Receipt', exact: true })).toContainText('1 × 1.234\u00a0kg × £24.00/kg');
    await till.nextSale();
    await till.context.setOffline(false);
    await till.everythingSent();
    const order = await orderOf(number);
    expect(order.lines.map(({ orderedMilli, weightMilli, totalMinor }) => [orderedMilli, weightMilli, totalMinor])).toEqual([[1000, 1234, 2962], [1000, 980, 2352]]);
    expect(await onShelf()).toBe(before - 2000);
    await till.goTo('Returns');
    await till.scan(number);
    await expect(page.getByRole('heading', { name: /^Return from / })).toBeVisible();
    await till.scan(labelled(980));
    await expect(page.getByText(`0.980\u00a0kg × £24.00/kg`)).toBeVisible();
    await isAccessible(page, 'till return weighed piece');
    await page.getByRole('button', { name: `Refund ${pounds(2352)}` }).click();
    await expect(page.getByRole('heading', { name: /^Return .+ is booked$/ })).toBeVisible();
    await expect.poll(onShelf).toBe(before - 1000);
    const office = await enterOffice(browser);
    await office.goto(`${origin()}/stock/${block.id}`);
    await expect(office.locator('section').filter({ has: office.getByRole('heading', { name: 'Weight' }) })).toContainText('A piece usually weighs 1.000\u00a0kg');
    await isAccessible(office, 'office stock of weighed pieces');
    await office.context().close();
    await till.goTo('Sell');
  });

  test('cash is rounded where the market says so, on a line of its own', async () => {
    const { page } = till;
    await outside.put('/api/markets/GB/cash-step', { cashStepMinor: 5 });
    await page.locator('.till-top').getByRole('searchbox').fill('a year on the fell');
    await page.keyboard.press('Enter');
    await expect(till.toPay()).toHaveText(pounds(1699));
    // The server keeps its markets for five seconds, and a till asks when it connects.
    await expect(async () => {
      await page.reload();
      await expect(till.pill()).toContainText('Connected');
      await till.pay();
      await expect(page.getByText(`Rounding +${pounds(1)}`)).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(dialog()).toContainText(`In cash ${pounds(1700)}`);
    await isAccessible(page, 'till pay rounded');
    await page.getByRole('button', { name: 'Exact' }).click();
    await expect(page.getByRole('region', { name: 'Receipt', exact: true })).toContainText(`Cash rounding${pounds(1)}Cash${pounds(1700)}`);
    const number = await till.receiptNumber();
    await isAccessible(page, 'till done rounded');
    await till.nextSale();
    await till.everythingSent();
    expect(await orderOf(number)).toMatchObject({ totalMinor: 1699, paidMinor: 1699 });
    await outside.put('/api/markets/GB/cash-step', { cashStepMinor: null });
  });

  async function oneCode(batchId: string): Promise<string> {
    const text = await outside.text(`/api/promotions/coupon-batches/${batchId}/codes.csv`);
    return text.replace('\ufeff', '').split('\r\n')[1]?.split(',')[0] ?? '';
  }
});
