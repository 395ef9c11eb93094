import type { Actor, Database, Role } from '@oneshelf/platform';

/** Markets that imports need, written as their owner's rows: a test database has none. */
export async function insertMarkets(database: Database): Promise<void> {
  await database
    .insertInto('market')
    .values([
      { code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' },
      { code: 'DE', name: 'Deutschland', country: 'DE', currency: 'EUR', tax_inclusive: true, locale: 'de-DE' },
    ])
    .execute();
}

export const staffMember = (role: Role): Actor => ({
  kind: 'staff', id: '0190a000-0000-7000-8000-000000000001', name: 'Mira Castell', email: 'mira@example.test', locale: 'en', grants: [{ role, locationId: null }],
});

/** A Shopify export of two products: a jacket in two sizes and a mug. */
export const shopifyCsv = ({ jacketPrice = '89.00', mugSku = 'MUG-1' } = {}): string =>
  [
    'Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Barcode,Status',
    `fell-jacket,Fell Jacket,"<p>Keeps the rain out,
and the wind.</p>",Northcairn,Outerwear,Size,S,JKT-S,420,4,${jacketPrice},2000000000046,active`,
    `fell-jacket,,,,,,M,JKT-M,440,0,${jacketPrice},,`,
    `camp-mug,Camp Mug,,Northcairn,Cooking,Title,Default Title,${mugSku},120,25,9.50,,active`,
  ].join('\n');
