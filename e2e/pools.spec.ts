import { expect, test } from '@playwright/test';
import type { ChannelPoolsAnswer, ListingsAnswer, StorefrontAvailability } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { isAccessible, picture, visit } from './kit/looks';
import { enterOffice } from './kit/office';
import { amazonSimulator } from './kit/places';

interface AtAmazon { sku: string; quantity: number | null }

/** What a person sets is previewed by the function that then tells Amazon and the shop. */
test('a buffer is previewed, saved, and Amazon and the shop show it', async ({ browser }) => {
  const outside = await Outside.connect();
  const page = await enterOffice(browser);
  const { items } = await outside.get<ListingsAnswer>(`/api/listings?channelCode=${demo.channels.amazonGb}&limit=200`);
  const listing = items.find((item) => item.availableMilli >= 20_000 && !item.waiting);
  if (!listing) throw new Error('The demo chain has a listing with twenty pieces');
  const half = Math.floor(listing.availableMilli / 2000);

  await visit(page, `/stock/pools?channel=${demo.channels.amazonGb}&skus=${listing.variantId}`, 'Pools and buffers');
  const share = page.getByRole('textbox', { name: 'Hidden share, %' });
  await share.fill('50');
  await share.blur();
  const row = page.getByRole('table', { name: 'The SKUs that you named' }).getByRole('row').filter({ hasText: listing.sku });
  await expect(row.getByRole('cell', { name: String(half), exact: true })).toBeVisible();
  await isAccessible(page, 'pools with a draft');
  await picture(page, 'stock-pools');
  await page.getByRole('button', { name: 'Save and tell the channel' }).click();
  await expect.poll(async () => (await outside.amazon<AtAmazon[]>('listings')).find(({ sku }) => sku === listing.sku)?.quantity).toBe(half);

  const seenIn = async () => (await outside.storefront<StorefrontAvailability>(`/availability?variantIds=${listing.variantId}`)).items[0]?.deliveryMilli ?? 0;
  const before = await seenIn();
  const shop = (await outside.get<ChannelPoolsAnswer>('/api/channel-pools')).items.find(({ channelCode }) => channelCode === demo.channels.webGb);
  if (!shop) throw new Error('The demo chain has a web shop');
  await outside.put(`/api/channel-pools/${shop.channelCode}`, { ...shop, bufferKind: 'units', bufferUnits: 5 });
  await expect.poll(seenIn).toBe(before - 5000);
  // Others count on what the chain was seeded with.
  await outside.put(`/api/channel-pools/${shop.channelCode}`, { ...shop, version: shop.version + 1 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await outside.amazon<AtAmazon[]>('listings')).find(({ sku }) => sku === listing.sku)?.quantity).toBe(listing.exposedUnits);
  await outside.close();
});

const amazonFails = (failRate: number) => fetch(`${amazonSimulator()}/_control`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ failRate, failWhen: 'before' }) });

/** MKT-13, MKT-20: what differs is named with its cause, stands on Today, and is put right where it is named. */
test('a push that failed is a cause of ISV, an alarm on Today, and is sent again', async ({ browser }) => {
  const outside = await Outside.connect();
  const page = await enterOffice(browser);
  const listingOf = async (id?: string) => (await outside.get<ListingsAnswer>(`/api/listings?channelCode=${demo.channels.amazonGb}&limit=200`)).items.find((item) => (id === undefined ? item.availableMilli >= 20_000 && !item.waiting : item.id === id));
  const listing = await listingOf();
  if (!listing) throw new Error('The demo chain has a listing with twenty pieces');
  await outside.post('/api/isv/measure');
  await amazonFails(1);
  await outside.put(`/api/listings/${listing.id}/cap`, { capUnits: 1 });
  await expect.poll(async () => (await listingOf(listing.id))?.failure).not.toBeNull();
  await visit(page, '/stock/isv?cause=failed_push', 'Does every channel show what is there?');
  await page.getByRole('button', { name: 'Measure now' }).first().click();
  const row = page.getByRole('table', { name: 'What differs most' }).getByRole('row').filter({ hasText: listing.sku });
  await expect(row.getByText('Failed push')).toBeVisible();
  await isAccessible(page, 'isv with a failed push');
  await picture(page, 'stock-isv');
  await visit(page, '/', 'Today');
  await expect(page.getByRole('table', { name: 'Shown is not there' }).getByRole('row').filter({ hasText: listing.sku })).toContainText('A push was refused');

  await amazonFails(0);
  await visit(page, `/stock/isv/${listing.variantId}`, /./);
  await page.getByRole('button', { name: 'Send the number again' }).first().click();
  await expect.poll(async () => (await outside.amazon<AtAmazon[]>('listings')).find(({ sku }) => sku === listing.sku)?.quantity).toBe(1);
  // Others count on what the chain was seeded with.
  await outside.put(`/api/listings/${listing.id}/cap`, { capUnits: null });
  await expect.poll(async () => (await outside.amazon<AtAmazon[]>('listings')).find(({ sku }) => sku === listing.sku)?.quantity).toBe(listing.exposedUnits);
  await outside.post('/api/isv/measure');
  await outside.close();
});
