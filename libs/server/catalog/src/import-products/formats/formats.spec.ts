import type { ImportContext, ProductDraft } from '../import-model';
import { previewFile } from '../preview-file';
import { mappedLayout } from './mapped-layout';
import { shopifyCsv } from '../../testing';

const GB: ImportContext = { marketCode: 'GB', currency: 'GBP', locale: 'en-GB' };
const DE: ImportContext = { marketCode: 'DE', currency: 'EUR', locale: 'de-DE' };

async function read(csv: string, context = GB) {
  const preview = await previewFile(Buffer.from(csv), context);
  if (!preview.ok || !preview.value.read) throw new Error('not read');
  return { format: preview.value.format, ...preview.value.read };
}

const variantsOf = (product: ProductDraft | undefined) => product?.variants.map(({ sku, title, priceMinor, stockMilli }) => ({ sku, title, priceMinor, stockMilli }));

describe('formats', () => {
  it('reads Shopify: rows of a handle, markup taken out, "Default Title" as no option', async () => {
    const { format, products, findings } = await read(shopifyCsv());
    expect(format).toBe('shopify');
    expect(findings).toEqual([]);
    expect(products).toHaveLength(2);
    expect(products[0]).toMatchObject({ handle: 'fell-jacket', title: 'Fell Jacket', brand: 'Northcairn', department: 'Outerwear', optionNames: ['Size'], rows: [2, 3], description: 'Keeps the rain out,\nand the wind.' });
    expect(variantsOf(products[0])).toEqual([
      { sku: 'JKT-S', title: 'S', priceMinor: 8900, stockMilli: 4000 },
      { sku: 'JKT-M', title: 'M', priceMinor: 8900, stockMilli: 0 },
    ]);
    expect(products[1]).toMatchObject({ optionNames: [], variants: [{ sku: 'MUG-1', title: '', optionValues: [], weightGrams: 120, barcode: null }] });
  });

  it('reads a mapped file: columns that a person keeps as attributes, several values divided by |', async () => {
    const layout = mappedLayout(['Name', 'Farbe', 'Inhalt'], { fields: { title: 'Name', contents: 'Inhalt' }, attributes: ['Farbe'] });
    expect(layout).toMatchObject({ ok: true, value: { attributes: [{ name: 'Farbe', column: 'Farbe', separator: '|' }] } });
    expect(mappedLayout(['Name'], { fields: { title: 'Name' }, attributes: ['Farbe'] })).toMatchObject({ ok: false, refusal: { kind: 'mapping_unknown_column' } });
    expect(mappedLayout(['Name'], { fields: { title: 'Name' }, attributes: ['Name'] })).toMatchObject({ ok: false, refusal: { kind: 'mapping_column_twice' } });
  });

  it('reads Shopify: rows that hold only a further image are no variants', async () => {
    const { products } = await read('Handle,Title,Image Src,Variant SKU,Variant Price\nmug,Mug,https://img.test/1.jpg,M1,9.50\nmug,,https://img.test/2.jpg,,\n');
    expect(products[0]).toMatchObject({ imageUrl: 'https://img.test/1.jpg', rows: [2, 3], variants: [{ sku: 'M1' }] });
  });

  it('reads Spree: the master is not sold, a row a currency is a price', async () => {
    const { format, products } = await read(
      ['slug,sku,name,price,currency,status,product_type,category1,option1_name,option1_value,inventory_count,weight,weight_unit',
        'tent,TENT,Tent,0,GBP,active,Camping,Outdoor -> Tents,,,,,',
        'tent,TENT-G,,199.99,GBP,,,,Colour,Green,7,5,lb',
        'tent,TENT-G,,229.99,EUR,,,,Colour,Green,,,',
      ].join('\n'));
    expect(format).toBe('spree');
    expect(products[0]).toMatchObject({ handle: 'tent', department: 'Outdoor', category: 'Tents', pricesInOtherCurrencies: 1 });
    expect(products[0]?.variants).toHaveLength(1);
    expect(products[0]?.variants[0]).toMatchObject({ sku: 'TENT-G', priceMinor: 19999, stockMilli: 7000, weightGrams: 2268 });
  });

  it('reads Vendure: rows below a name, options in one cell, facets, the market\'s language', async () => {
    const csv = ['name:en , name:de , slug , description:en, facets:en, optionGroups, optionValues:en , optionValues:de, sku , price, taxCategory, stockOnHand',
      'Boot , Stiefel , , , category:Footwear|category:Boots|brand:Northcairn, size|colour , "7|brown" , "41|braun", B7 , 120.5, reduced, 3',
      ' , , , , , , "8|brown" , "42|braun", B8 , 120.5, reduced, '].join('\n');
    const { format, products } = await read(csv, DE);
    expect(format).toBe('vendure');
    expect(products[0]).toMatchObject({ title: 'Stiefel', handle: 'stiefel', handleMade: true, department: 'Footwear', category: 'Boots', brand: 'Northcairn', taxClass: 'reduced', optionNames: ['size', 'colour'] });
    expect(variantsOf(products[0])).toEqual([
      { sku: 'B7', title: '41 / braun', priceMinor: 12050, stockMilli: 3000 },
      { sku: 'B8', title: '42 / braun', priceMinor: 12050, stockMilli: null },
    ]);
    expect((await read(csv)).products[0]).toMatchObject({ title: 'Boot', variants: [{ title: '7 / brown' }, { title: '8 / brown' }] });
  });

  it('reads Medusa: a column a currency, a SKU made from handle and position', async () => {
    const csv = ['Product Handle;Product Title;Product Status;Variant Title;Variant Sku;Variant Option 1 Name;Variant Option 1 Value;Variant Price EUR;Variant Price GBP;Variant Price Nordics [EUR]',
      'sock;Sock;proposed;Short;;length;short;12;10;11', 'sock;Sock;proposed;Long;SOCK-LONG;length;long;14;11.5;13'].join('\n');
    const { format, products, columnsNotUsed } = await read(csv);
    expect(format).toBe('medusa');
    expect(columnsNotUsed).toEqual(['Variant Title', 'Variant Price Nordics [EUR]']);
    expect(products[0]).toMatchObject({ handle: 'sock', status: 'draft', pricesInOtherCurrencies: 2, variants: [{ sku: 'SOCK-1', skuMade: true, priceMinor: 1000 }, { sku: 'SOCK-LONG', skuMade: false, priceMinor: 1150 }] });
  });

  it('guesses the mapping of a table that nobody knows; equal titles are told apart by SKU, however alike', async () => {
    const { format, products } = await read('StockCode,Description,UnitPrice\n15a,PARASOL,"1,299.00"\n15A,PARASOL,5.95\n');
    expect(format).toBe('mapped');
    expect(products.map(({ handle }) => handle)).toEqual(['parasol-15a', expect.stringMatching(/^parasol-15a-[0-9a-f]{6}$/)]);
    expect(products.map(({ variants }) => variants[0]?.priceMinor)).toEqual([129900, 595]);
  });

  it('refuses a file of translations', async () => {
    expect(await previewFile(Buffer.from('slug,locale,name\nmug,de,Becher\n'), GB)).toMatchObject({ ok: false, refusal: { kind: 'translations_only' } });
  });
});
