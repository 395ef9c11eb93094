import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { demo } from '@oneshelf/prisma/demo';
import { openLab } from '../kit/lab';
import { findChromium } from '../kit/machine.mjs';
import { median, percentile, ROUNDS } from '../kit/rounds';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { startOffice } from './office';
import { watchSheet } from './frame-watch';
import { BOOKS, makeManyRows, merchandiser, ROWS } from './many-rows';

export const products = ['api'];
/** Six hundred thousand prices are laid out before anything is measured. */
export const limitSeconds = 420;

const SCREENS = path.resolve('apps/back-office/.next/standalone/apps/back-office/server.js');

/** The price sheet of fifty thousand rows and twelve books in a browser: load, scroll, paste; beneath it the bare answer of the API read by the same page. */
export async function run(context: BenchContext): Promise<BenchResult> {
  if (!existsSync(SCREENS)) throw new CannotMeasure('The back-office is not built. Run `npx nx build back-office`, then this again.');
  const lab = await openLab(context);
  const from = performance.now();
  const reached = (what: string): void => context.say(`${what} after ${rounded((performance.now() - from) / 1000)} s`);
  await makeManyRows(lab.pool);
  reached(`${ROWS} rows are there`);
  const { origin, peakMb } = await startOffice(context, lab);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  context.later(() => browser.close());
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(watchSheet);
  await page.goto(`${origin}/`);
  await page.getByLabel('E-mail').fill(merchandiser.email);
  await page.getByLabel('Password').fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').first().waitFor();
  reached('signed in');
  const answer = await bareAnswer(page);
  reached('the bare answer is there');
  const loads: number[] = [];
  for (let load = 0; load < 3; load += 1) loads.push(await open(page, origin));
  reached('opened three times');
  const pastes: number[] = [];
  const frames: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    pastes.push(await page.evaluate((text) => window.sheetWatch.paste(text), block(500, 3, round)));
    frames.push(...await page.evaluate(() => window.sheetWatch.scroll(2000)));
    await page.evaluate(() => window.sheetWatch.press('Home'));
  }
  reached('pasted and scrolled');
  const largeMs = await page.evaluate((text) => window.sheetWatch.paste(text), block(10_000, 4, 9));
  const undoMs = await page.evaluate(() => window.sheetWatch.press('z'));
  const heapMb = await page.evaluate(() => Math.round(((performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0) / 1_048_576));
  const figures = {
    rows: ROWS, books: BOOKS, loadMs: rounded(median(loads)), answerMs: rounded(answer.ms), answerMb: rounded(answer.bytes / 1_000_000), zippedMb: rounded(answer.zipped / 1_000_000),
    paste1500Ms: rounded(median(pastes)), slowestPasteMs: rounded(Math.max(...pastes)), paste40000Ms: rounded(largeMs), undo40000Ms: rounded(undoMs),
    frames: frames.length, scrollP95Ms: rounded(percentile(frames, 0.95)), scrollP50Ms: rounded(percentile(frames, 0.5)), heapMb,
  };
  context.say(`${ROWS} rows × ${BOOKS} books: open → grid on the screen ${figures.loadMs} ms; the answer alone ${figures.answerMs} ms, ${figures.answerMb} MB, zipped ${figures.zippedMb} MB; heap ${heapMb} MB`);
  context.say(`paste 500×3 → painted ${figures.paste1500Ms} ms (slowest ${figures.slowestPasteMs}), 40,000 cells ${figures.paste40000Ms} ms, undo of them ${figures.undo40000Ms} ms`);
  context.say(`scroll 100 px a frame: ${figures.frames} frames, p50 ${figures.scrollP50Ms} ms, p95 ${figures.scrollP95Ms} ms`);
  return { unit: 'ms (load)', ours: figures.loadMs, floor: figures.answerMs, ratio: rounded(figures.answerMs / figures.loadMs), p50Ms: null, p99Ms: null, sqlPerOp: null, rssMb: peakMb()['api'] ?? null, ...figures };
}

async function open(page: Page, origin: string): Promise<number> {
  const from = performance.now();
  await page.goto(`${origin}/prices/GB`, { waitUntil: 'commit' });
  await page.getByRole('grid').waitFor();
  const ms = performance.now() - from;
  await page.getByRole('grid').focus();
  return ms;
}

/** The sheet's answer, fetched and parsed by the page and nothing more. */
async function bareAnswer(page: Page): Promise<{ ms: number; bytes: number; zipped: number }> {
  return page.evaluate(async () => {
    const from = performance.now();
    const response = await fetch('/api/markets/GB/price-sheet');
    const text = await response.text();
    JSON.parse(text);
    const ms = performance.now() - from;
    const [timing] = performance.getEntriesByName(response.url) as PerformanceResourceTiming[];
    return { ms, bytes: text.length, zipped: timing?.encodedBodySize ?? 0 };
  });
}

const block = (rows: number, columns: number, seed: number): string =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_cell, column) => `${60 + ((row * 7 + column * 3 + seed) % 300)}.99`).join('\t')).join('\n');
