import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { BasketInput, PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import { build, type Rollup } from 'vite';

type Vector = { name: string; input: BasketInput; expected: unknown };
type VectorFile = { book: PriceBook; cases: Vector[] };

const pricing = path.resolve(import.meta.dirname, '../libs/domain/pricing');
const files = readdirSync(path.join(pricing, 'vectors')).filter((name) => name.endsWith('.json')).map((name): [string, VectorFile] => [name, JSON.parse(readFileSync(path.join(pricing, 'vectors', name), 'utf8')) as VectorFile]);

declare const engine: { quoteBasket: typeof quoteBasket };

/** The engine as the till gets it: bundled and minified by the same builder, from the same source. */
async function bundledEngine(): Promise<string> {
  const built = await build({
    root: path.resolve(import.meta.dirname, '..'), configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true },
    build: { write: false, minify: true, lib: { entry: path.join(pricing, 'src/index.ts'), formats: ['iife'], name: 'engine' } },
  });
  const [{ output: [chunk] }] = built as Rollup.RollupOutput[] as [Rollup.RollupOutput];
  return chunk.code;
}

test.describe('The pricing engine in Chromium', () => {
  let code: string;

  test.beforeAll(async () => { code = await bundledEngine(); });

  for (const [name, { book, cases }] of files) {
    test(`PRC-12 quotes every case of ${name} as Node does`, async ({ page }) => {
      await page.addScriptTag({ content: code });
      const quotes = await page.evaluate(({ inputs, book }) => inputs.map((input) => engine.quoteBasket(input, book)), { inputs: cases.map(({ input }) => input), book });
      expect(cases.length).toBeGreaterThan(0);
      expect(cases.map(({ name }, index) => ({ name, quote: quotes[index] }))).toEqual(cases.map(({ name, expected }) => ({ name, quote: expected })));
    });
  }
});
