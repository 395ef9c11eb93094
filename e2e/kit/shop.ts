import { expect, type Browser, type Page } from '@playwright/test';
import { origin } from './places';

/** The public shop on a phone, as a shopper uses it. */
export class Shop {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser): Promise<Shop> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    return new Shop(await context.newPage());
  }

  async addToBasket(handle: string, options: string[]): Promise<void> {
    await this.page.goto(`${origin()}/shop/products/${handle}`);
    await expect(this.page.getByRole('button', { name: 'Add to basket' })).toBeVisible();
    for (const option of options) await this.page.getByRole('radio', { name: option, exact: true }).click();
    await this.page.getByRole('button', { name: 'Add to basket' }).click();
    await expect(this.page.getByText('It is in your basket.')).toBeVisible();
  }

  /** Fills the checkout for a pickup, up to the card. */
  async checkOut(order: { store: string; name: string; email: string }): Promise<void> {
    await this.page.goto(`${origin()}/shop/checkout`);
    await this.choose(order.store);
    await this.page.getByLabel('Name').fill(order.name);
    await this.page.getByLabel('E-mail').fill(order.email);
  }

  choose = (label: string): Promise<void> => this.page.locator('label.os-choice').filter({ hasText: label }).click();

  payButton = () => this.page.getByRole('button', { name: /^Pay/ });
}
