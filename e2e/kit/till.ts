import { expect, type Browser, type BrowserContext, type CDPSession, type Locator, type Page } from '@playwright/test';
import type { PriceBookAnswer, TillPriceBookAnswer } from '@oneshelf/contracts';
import { applyPriceBookDelta, quoteBasket } from '@oneshelf/domain-pricing';
import type { demo } from '@oneshelf/prisma/demo';
import { pounds } from './amounts';
import { origin } from './places';

type DemoStore = (typeof demo.stores)['soho'];

/** Between two characters of a scan; real scanners need 1 to 20 ms. */
const SCAN_GAP_SECONDS = 0.004;

/** One till in a browser of its own, used as a person uses it: by its words, its keys and its scanner. */
export class Till {
  /** The price book that the till fetched last. */
  book: PriceBookAnswer | null = null;
  private checksum = '';

  private constructor(readonly place: DemoStore, readonly page: Page, private readonly devtools: CDPSession) {}

  get context(): BrowserContext {
    return this.page.context();
  }

  static async open(browser: Browser, place: DemoStore, size = { width: 1280, height: 800 }): Promise<Till> {
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    const till = new Till(place, page, await context.newCDPSession(page));
    page.on('response', (response) => {
      if (new URL(response.url()).pathname !== '/api/pos/price-book' || response.status() !== 200) return;
      void response.json().then((answer: TillPriceBookAnswer) => till.take(answer, response.headers().etag ?? ''), () => undefined);
    });
    await page.goto(`${origin()}/pos/`);
    return till;
  }

  /** With the code that the launcher prints, unless told another. */
  async enrol(code = this.place.registers[0]?.enrolmentCode ?? ''): Promise<void> {
    await this.page.getByLabel('Enrolment code').fill(code);
    await this.page.getByRole('button', { name: 'Enrol this till' }).click();
    await expect(this.page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
    // From here the till starts without a network.
    await this.page.evaluate(async () => { await navigator.serviceWorker.ready; });
  }

  async signIn(name: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    for (const digit of pin) await this.page.getByRole('button', { name: digit, exact: true }).click();
    await expect(this.page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  }

  async openShift(floatMinor: number): Promise<void> {
    // At once, as quick hands do: what comes before the screen waits for it.
    await this.typeAmount(floatMinor, `Open with ${pounds(floatMinor)}`);
    await expect(this.toPay()).toBeVisible();
  }

  goTo = (place: 'Sell' | 'Pickups' | 'Returns' | 'Orders' | 'Stock' | 'Shift'): Promise<void> =>
    this.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: new RegExp(`^${place}`) }).click();

  /** A scan as the browser gets it from a keyboard wedge: the characters in one go, then Enter. */
  async scan(code: string): Promise<void> {
    const startedAt = Date.now() / 1000;
    const keys = [...code, 'Enter'].flatMap((key, index) => {
      const timestamp = startedAt + index * SCAN_GAP_SECONDS;
      const text = key === 'Enter' ? '\r' : key;
      return [this.devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, unmodifiedText: text, timestamp }), this.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp })];
    });
    await Promise.all(keys);
  }

  lines = (): Locator => this.page.getByRole('list', { name: 'Lines of the sale' }).getByRole('listitem');
  line = (title: string): Locator => this.lines().filter({ hasText: title });
  toPay = (): Locator => this.page.locator('.till-sums [data-total] dd');
  promotion = (): Locator => this.page.locator('.till-sums [data-promotion]');
  pill = (): Locator => this.page.locator('.till-pill');

  private take(answer: TillPriceBookAnswer, etag: string): void {
    if (!('kind' in answer)) this.book = answer;
    else if (this.book !== null) {
      const applied = applyPriceBookDelta(this.book, this.checksum, answer);
      if (!applied.ok) throw new Error(`The delta to ${answer.version} was refused: ${applied.refusal.kind}`);
      this.book = applied.value as PriceBookAnswer;
    }
    this.checksum = /-([0-9a-f]{16})"$/.exec(etag)?.[1] ?? '';
  }

  /** What the pricing engine asks for these pieces with the till's book, in this till's store. */
  engineTotal(pieces: [variantId: string, quantity: number][], pricedAt = new Date().toISOString()): number {
    if (this.book === null) throw new Error('The till has fetched no price book yet.');
    const quote = quoteBasket({
      marketCode: 'GB', channelCode: 'store-gb', locationId: this.place.id, currency: 'GBP', pricedAt, taxCountry: 'GB', timeZone: 'Europe/London',
      lines: pieces.map(([variantId, quantity]) => ({ lineId: variantId, variantId, quantityMilli: quantity * 1000 })),
    }, this.book);
    if (!quote.ok) throw new Error(`The engine refused the basket: ${JSON.stringify(quote.refusal)}`);
    return quote.value.totalMinor;
  }

  async pay(): Promise<void> {
    await this.page.getByRole('button', { name: /^Pay / }).click();
  }

  /** Types what the customer gives and takes it. */
  async takeCash(givenMinor: number, changeMinor: number): Promise<void> {
    await this.typeAmount(givenMinor, `Take cash, give ${pounds(changeMinor)}`);
  }

  async closeShift(countedMinor: number): Promise<void> {
    await this.goTo('Shift');
    await this.page.getByRole('button', { name: 'Close the shift' }).click();
    await expect(this.page.getByRole('dialog', { name: 'Count the drawer' })).toBeVisible();
    // Blind: what should be there is nowhere on the screen before the count.
    await expect(this.page.getByText('Should be there', { exact: true })).toHaveCount(0);
    await this.typeAmount(countedMinor, `Close with ${pounds(countedMinor)}`);
  }

  /** Types an amount as a person does and presses the act once it shows that amount. */
  private async typeAmount(amountMinor: number, act: string): Promise<void> {
    await this.page.keyboard.type((amountMinor / 100).toFixed(2), { delay: 60 });
    await this.page.getByRole('button', { name: act }).click();
  }

  /** The number of the receipt on the screen. */
  async receiptNumber(): Promise<string> {
    const kept = await this.page.getByText(/^Kept as /).innerText();
    return kept.replace('Kept as ', '');
  }

  nextSale = (): Promise<void> => this.page.getByRole('button', { name: 'Next sale' }).click();

  async everythingSent(): Promise<void> {
    await expect(this.pill()).toContainText('Everything is sent');
  }
}
