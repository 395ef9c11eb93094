import { previewFile } from '../preview-file';

const header = 'Handle,Title,Option1 Name,Option1 Value,Option2 Value,Option3 Value,Variant SKU,Variant Price,Variant Inventory Qty,Variant Barcode,Status';

async function check(...rows: string[]) {
  const preview = await previewFile(Buffer.from([header, ...rows].join('\n')), { marketCode: 'GB', currency: 'GBP', locale: 'en-GB' });
  if (!preview.ok || !preview.value.read) throw new Error('not read');
  const { products, findings, productsRejected } = preview.value.read;
  return { handles: products.map(({ handle }) => handle), productsRejected, found: findings.map(({ row, column, code, value, severity }) => ({ row, column, code, value, severity })), products };
}

const error = (row: number, column: string, code: string, value: string) => ({ row, column, code, value, severity: 'error' });

describe('validation of a file', () => {
  it.each([
    ['mug,,,,,,M1,9.50,,,', [error(2, 'Title', 'missing_title', '')]],
    ['mug,Mug,,,,,M1,cheap,,,', [error(2, 'Variant Price', 'bad_price', 'cheap')]],
    ['mug,Mug,,,,,M1,9.555,,,', [error(2, 'Variant Price', 'ambiguous_price', '9.555')]],
    ['mug,Mug,,,,,M1,-1.00,,,', [error(2, 'Variant Price', 'negative_price', '-1.00')]],
    ['mug,Mug,,,,,M1,9.50,-3,,', [error(2, 'Variant Inventory Qty', 'negative_stock', '-3')]],
    ['mug,Mug,,,,,M1,9.50,many,,', [error(2, 'Variant Inventory Qty', 'bad_stock', 'many')]],
    [`mug,${'x'.repeat(256)},,,,,M1,9.50,,,`, [error(2, 'Title', 'too_long', `${'x'.repeat(200)}…`)]],
    [`mug,Mug,,,,,${'S'.repeat(65)},9.50,,,`, [error(2, 'Variant SKU', 'too_long', 'S'.repeat(65))]],
    ['mug,Mug,,,,,M1,9.50,,,active,more', [error(2, 'Title', 'too_many_cells', 'more')]],
  ])('rejects %s', async (row, expected) => {
    const { handles, productsRejected, found } = await check(row, 'cup,Cup,,,,,C1,5.00,,,');
    expect(found).toEqual(expected);
    expect({ handles, productsRejected }).toEqual({ handles: ['cup'], productsRejected: 1 });
  });

  it('rejects a product whole and names each of its rows', async () => {
    const { handles, found } = await check('hat,Hat,Size,S,,,H-S,20,,,', 'hat,,,M,,,H-M,x,,,', 'hat,,,L,,,H-L,20,,,');
    expect(handles).toEqual([]);
    expect(found).toEqual([error(3, 'Variant Price', 'bad_price', 'x'), error(2, 'Title', 'product_rejected', ''), error(4, 'Title', 'product_rejected', '')]);
  });

  it('keeps the first of two rows with one SKU or one barcode', async () => {
    const { handles, found } = await check('a,A,,,,,S1,1,,96385074,', 'b,B,,,,,S1,1,,,', 'c,C,,,,,S3,1,,96385074,');
    expect(handles).toEqual(['a']);
    expect(found).toEqual([error(3, 'Variant SKU', 'duplicate_sku', 'S1'), error(4, 'Variant Barcode', 'duplicate_barcode', '96385074')]);
  });

  it('refuses two variants that nothing tells apart', async () => {
    const { found } = await check('hat,Hat,Size,S,,,H1,20,,,', 'hat,,,S,,,H2,20,,,');
    expect(found).toEqual([error(3, 'Option1 Value', 'duplicate_options', 'S'), error(2, 'Title', 'product_rejected', '')]);
  });

  it('warns of a wrong check digit and leaves the barcode out, the product is imported', async () => {
    const { products, found } = await check('mug,Mug,,,,,M1,9.50,,2000000000047,active');
    expect(found).toEqual([{ row: 2, column: 'Variant Barcode', code: 'barcode_check_digit', value: '2000000000047', severity: 'warning' }]);
    expect(products[0]?.variants[0]).toMatchObject({ sku: 'M1', barcode: null, priceMinor: 950 });
  });

  it('leaves a barcode out that a spreadsheet has turned into a number, and a price of zero', async () => {
    const { products, found } = await check('mug,Mug,,,,,M1,0.00,,2E+12,whatever');
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning unknown_status', 'warning zero_price', 'warning barcode_damaged']);
    expect(products[0]).toMatchObject({ status: 'draft', variants: [{ barcode: null, priceMinor: null }] });
  });

  it('refuses more than three options', async () => {
    const csv = 'name,slug,facets,optionGroups,optionValues,sku,price\nBox,box,,a|b|c|d,1|2|3|4,B1,5\n';
    const preview = await previewFile(Buffer.from(csv), { marketCode: 'GB', currency: 'GBP', locale: 'en-GB' });
    expect(preview).toMatchObject({ ok: true, value: { read: { products: [], findings: [{ row: 2, column: 'optionValues', code: 'too_many_options' }] } } });
  });
});
