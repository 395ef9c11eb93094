import type { Page } from '@playwright/test';

/** What a person does, counted: a flow that needs more than it was designed for fails. */
export class CountedEvents {
  clicks = 0;
  keys = 0;

  constructor(private readonly page: Page) {}

  async click(locator: ReturnType<Page['getByRole']>): Promise<void> {
    this.clicks += 1;
    await locator.click();
  }

  /** A spreadsheet's block by one chord: the browser's own clipboard is not a test's to fill. */
  async paste(text: string): Promise<void> {
    this.keys += 1;
    await this.page.getByRole('grid').evaluate((grid, pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  }
}
