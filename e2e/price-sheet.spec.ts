import { expect, test, type Browser, type Page } from '@playwright/test';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { isAccessible, picture } from './kit/looks';
import { origin } from './kit/places';
import { sheetRows } from './kit/prices';

/** Two merchandisers at one sheet, and five hundred prices from a spreadsheet. */
test.describe.serial('Price sheet', () => {
  let outside: Outside;
  let [ines, robin]: Page[] = [];

  test.beforeAll(async ({ browser }) => {
    outside = await Outside.connect();
    ines = await openSheet(browser, demo.staff.merchandiser.email);
    robin = await openSheet(browser, demo.staff.admin.email);
  });
  test.afterAll(async () => {
    await Promise.all([ines, robin].map((page) => page?.context().close()));
    await outside.close();
  });

  test('what one changes the other sees within two seconds, with who it was', async () => {
    const { rows: [first] } = await sheetRows(outside);
    if (!ines || !robin || !first) throw new Error('There is no sheet.');
    await expect(ines.getByText(`With you: ${demo.staff.admin.name}.`)).toBeVisible();
    const before = Date.now();
    await type(ines, '71.50');
    await expect(cell(robin)).toContainText('71.50');
    // Six hundred milliseconds until it is sent, then at most one question: on a busy machine a little more.
    expect(Date.now() - before).toBeLessThan(10_000);
    await expect(cell(robin)).toContainText(`changed by ${demo.staff.merchandiser.name}`);
  });

  test('two who change one price at once both see it; nothing is overwritten until one chooses', async () => {
    if (!ines || !robin) throw new Error('There is no sheet.');
    // Robin's network is cut: the edit waits in the sheet.
    await robin.context().setOffline(true);
    await type(robin, '69.00');
    await expect(robin.getByText('The changes are not saved. They are kept on this page.')).toBeVisible();
    await type(ines, '72.50');
    await expect(ines.getByText(/Draft saved/)).toBeVisible();
    await ines.waitForTimeout(1_500);
    await robin.context().setOffline(false);
    await expect(robin.getByText('1 price was changed here and by somebody else at the same time. Yours is not saved yet.')).toBeVisible();
    await expect(robin.getByText(`${demo.staff.merchandiser.name}: 72.50. You: 69.00.`)).toBeVisible();
    await expect(robin.getByRole('button', { name: 'Choose 1 price' })).toHaveCount(0);
    await isAccessible(robin, 'price sheet with a clash');
    await picture(robin, 'prices-clash');
    await expect(cell(ines)).toContainText('72.50');
    await robin.getByRole('button', { name: /^Keep mine/ }).click();
    await expect(cell(ines)).toContainText('69.00');
    await expect(robin.getByText('Yours is not saved yet.')).toHaveCount(0);
  });

  test('five hundred prices pasted, and taken back in one step without what somebody else changed since', async () => {
    if (!ines || !robin) throw new Error('There is no sheet.');
    const changed = ines.locator('dd').first();
    const known = Number(await changed.innerText());
    await paste(ines, Array.from({ length: 500 }, (_, row) => `£${1_000 + row}.50`).join('\r\n'));
    await expect(ines.getByText('500 prices pasted.')).toBeAttached();
    await expect(ines.getByText(/Draft saved/)).toBeVisible();
    await expect(cell(robin)).toContainText('1000.50');
    await type(robin, '900.00');
    await expect(cell(ines)).toContainText('900.00');
    await picture(ines, 'prices-pasted');
    await ines.getByRole('grid').focus();
    await ines.keyboard.press('Control+z');
    await expect(ines.getByText(/Undone: paste, 499 cells/)).toBeAttached();
    await expect(cell(ines)).toContainText('900.00');
    await expect.poll(async () => Number(await changed.innerText())).toBe(known);
    await isAccessible(ines, 'price sheet');
  });

  test('finds, arranges its columns, and keeps them over a reload', async () => {
    if (!ines) throw new Error('There is no sheet.');
    await ines.getByRole('grid').focus();
    await ines.keyboard.press('Control+f');
    await ines.getByRole('textbox', { name: 'Find in the sheet' }).fill('sweater');
    await ines.keyboard.press('Enter');
    await expect(ines.getByRole('search', { name: 'Find in the sheet' }).getByRole('status')).toContainText(', Product');
    await isAccessible(ines, 'price sheet, find');
    await ines.keyboard.press('Escape');
    await ines.getByRole('button', { name: 'Columns' }).click();
    await ines.getByRole('checkbox', { name: 'Web UK' }).click({ force: true });
    await isAccessible(ines, 'price sheet, columns');
    await ines.getByRole('button', { name: 'Done' }).click();
    await expect(ines.getByRole('columnheader', { name: /^Web UK/ })).toHaveCount(0);
    await ines.reload();
    await expect(ines.getByRole('grid')).toBeVisible();
    await expect(ines.getByRole('columnheader', { name: /^Web UK/ })).toHaveCount(0);
  });

  test('takes reference prices from a file once it is right, and shows them beside', async () => {
    const { rows: [first] } = await sheetRows(outside);
    if (!ines || !first) throw new Error('There is no sheet.');
    await ines.getByRole('button', { name: 'Reference prices' }).click();
    const choose = async (lines: string[]) => ines?.locator('input[type=file]').setInputFiles({ name: 'references.csv', mimeType: 'text/csv', buffer: Buffer.from(['sku,kind,source,price,currency', ...lines].join('\n')) });
    await choose([`${first.sku},competitor,Valley Sports,12.00,EUR`, 'NO-SUCH,map,Maker,-5,GBP']);
    await expect(ines.getByText('3 cells of the file cannot be taken.')).toBeVisible();
    await isAccessible(ines, 'reference prices refused');
    await choose([`${first.sku},competitor,Valley Sports,12.00,GBP`, `${first.sku},map,The maker,5000,GBP`]);
    await ines.getByRole('button', { name: 'Take 2 prices' }).click();
    await expect(ines.getByRole('columnheader', { name: 'Valley Sports' })).toBeVisible();
    await picture(ines, 'prices-references');
    await expect(ines.getByRole('row').nth(1)).toContainText('12.00');
  });
});

async function openSheet(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${origin()}/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.goto(`${origin()}/prices/GB`);
  await expect(page.getByRole('grid')).toBeVisible();
  return page;
}

/** The first product's price in the first book: where a sheet begins. */
const cell = (page: Page) => page.locator('[role=row][aria-rowindex="2"]').getByRole('gridcell').and(page.locator('[id$="-0-' + FIRST_PRICE + '"]'));

/** SKU, product, cost, margin and the demo's three sources of reference prices stand before it. */
const FIRST_PRICE = 7;

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < FIRST_PRICE; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < FIRST_PRICE; step += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('grid').evaluate((grid, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

