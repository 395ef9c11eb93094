// npm run reprice -- --all | --since 2026-11-01 | GB-261121-0007: prices stored orders and receipts again, each from its basket
// and the price book version that it names, and says what differs. It only looks.
import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, PlatformModule } from '@oneshelf/platform';
import { type DifferingQuote, InsightsModule, ReplayQuotesUseCase } from '@oneshelf/server-insights';
import { runningDatabase } from './running-database';

const DIFFERS = 1;
const CANNOT_RUN = 2;
const SHOWN = 50;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean', default: false }, since: { type: 'string' }, json: { type: 'boolean', default: false } } });
const since = values.since === undefined ? undefined : new Date(values.since);
if (since && Number.isNaN(since.getTime())) stop(`"${values.since}" is no date. Nothing was read. Write it as 2026-11-01.`);
if (!values.all && !since && positionals.length !== 1) stop('Say which orders: --all, --since 2026-11-01, or one order number. Nothing was read.');
const address = process.env['DATABASE_URL'] ?? runningDatabase(path.resolve(process.env['ONESHELF_DATA'] ?? '.data'));
if (address === null) stop('No database runs here. Nothing was read. Start the product first (npm start), or set DATABASE_URL.');

@Module({ imports: [PlatformModule.forProcess('reprice', loadConfig({ ...process.env, DATABASE_URL: address ?? '', LOG_LEVEL: 'error' })), InsightsModule] })
class RepriceModule {}

const app = await NestFactory.createApplicationContext(RepriceModule, { logger: false });
const startedAt = performance.now();
const differing: DifferingQuote[] = [];
let [done, shown] = [0, 0];
for await (const page of app.get(ReplayQuotesUseCase).run({ from: since, number: positionals[0] })) {
  done = page.done;
  for (const found of page.differing) if ((shown += 1) <= SHOWN) say(found);
  differing.push(...page.differing);
  if (process.stderr.isTTY) process.stderr.write(`\r${page.done} of ${page.total} orders`);
}
if (process.stderr.isTTY) process.stderr.write('\n');
await app.close();
const seconds = Math.round(performance.now() - startedAt) / 1000;
if (done === 0) stop(positionals[0] === undefined ? 'There is no order in this time.' : `There is no order ${positionals[0]} that our prices made.`);
if (shown > SHOWN) console.log(`… and ${shown - SHOWN} more.`);
console.log(values.json ? JSON.stringify({ orders: done, differing: differing.length, seconds }) : `${done} orders priced again in ${seconds} s, ${differing.length} differ.`);
process.exitCode = differing.length > 0 ? DIFFERS : 0;

function say({ number, bookVersion, reason, differences }: DifferingQuote): void {
  const why = reason === 'unknown_book' ? `its price book ${bookVersion} is not here` : reason === 'refused' ? `refused now: ${JSON.stringify(differences[0]?.replayed)}` : '';
  console.log(`${number} (${bookVersion}) ${why}`.trimEnd());
  if (reason === 'differs') for (const { path: place, stored, replayed } of differences) console.log(`  ${place}: stored ${JSON.stringify(stored)}, now ${JSON.stringify(replayed)}`);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(CANNOT_RUN);
}
