// npm run rebuild-stock [-- --check] [-- --checkpoints]: folds all stock movements again and repairs the levels that differ,
// while the shops sell; --check only looks. --checkpoints makes what past instants are read from again.
import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, PlatformModule, system } from '@oneshelf/platform';
import { CatalogModule, VariantDirectory } from '@oneshelf/server-catalog';
import { InventoryModule } from '@oneshelf/server-inventory';
import { KeepLedgerUseCase, RebuildStockLevelsUseCase } from '@oneshelf/server-inventory/operate';
import { OrganisationDirectory, OrganisationModule } from '@oneshelf/server-organisation';
import { runningDatabase } from './running-database';

const DIFFERS = 1;
const CANNOT_RUN = 2;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, checkpoints: { type: 'boolean', default: false } } });
const address = process.env['DATABASE_URL'] ?? runningDatabase(path.resolve(process.env['ONESHELF_DATA'] ?? '.data'));
if (address === null) {
  console.error('No database runs here. Nothing was read. Start the product first (npm start), or set DATABASE_URL.');
  process.exit(CANNOT_RUN);
}

@Module({ imports: [PlatformModule.forProcess('rebuild-stock', loadConfig({ ...process.env, DATABASE_URL: address, LOG_LEVEL: 'error' })), InventoryModule, CatalogModule, OrganisationModule] })
class RebuildStockModule {}

const app = await NestFactory.createApplicationContext(RebuildStockModule, { logger: false });
const { levels, differences, repaired, serials } = await app.get(RebuildStockLevelsUseCase).run({ dryRun: values.check, actor: system('rebuild-stock') });
const variants = await app.get(VariantDirectory).byIds([...new Set([...differences, ...serials].map((one) => one.variantId))]);
for (const { variantId, locationId, bucket, shownMilli, explainedMilli } of differences) {
  const location = await app.get(OrganisationDirectory).findLocation(locationId);
  const what = bucket === 'reserved' ? `reserved ${shownMilli / 1000}, committed ${explainedMilli / 1000} (an order decides; not repaired)` : `${bucket} ${shownMilli / 1000}, by its movements ${explainedMilli / 1000}`;
  console.log(`${variants.get(variantId)?.sku ?? variantId} at ${location?.code ?? locationId}: ${what}`);
}
for (const { variantId, serialNumber, shown, explained } of serials) console.log(`${variants.get(variantId)?.sku ?? variantId} serial ${serialNumber}: ${shown ?? 'not known'}, by its movements ${explained ?? 'not known'}`);
console.log(`${levels} levels looked at, ${differences.length} differences, ${repaired} levels repaired${values.check ? ' (only looked)' : ''}.`);
if (values.checkpoints && !values.check) console.log(`${(await app.get(KeepLedgerUseCase).remake(new Date())).checkpoints} checkpoint runs made again.`);
await app.close();
const left = values.check ? differences.length + serials.length : differences.filter((one) => one.bucket === 'reserved').length;
process.exitCode = left > 0 ? DIFFERS : 0;
