import { demoProducts, euroPrice } from './catalogue';
import { demoCollections } from './collections';
import { inStoreBarcode } from './ean13';
import { demoStaff } from './staff';
import { seedId } from '../seed-id';

const variants = demoProducts.flatMap((product) => product.variants);
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('the demo catalogue', () => {
  it('has barcodes of the in-store range with right check digits', () => {
    const weighted = (code: string) => [...code].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
    expect(variants.filter(({ barcode }) => !/^2\d{12}$/.test(barcode) || weighted(barcode) % 10 !== 0)).toEqual([]);
  });

  it('has no barcode, SKU, id or handle twice', () => {
    expect(repeated(variants.map(({ barcode }) => barcode))).toEqual([]);
    expect(repeated(variants.map(({ sku }) => sku))).toEqual([]);
    expect(repeated(variants.map(({ id }) => id))).toEqual([]);
    expect(repeated(demoProducts.map(({ handle }) => handle))).toEqual([]);
  });

  it('gives each variant one value per option', () => {
    const wrong = demoProducts.filter((product) => product.variants.some(({ optionValues }) => optionValues.length !== product.optionNames.length));
    expect(wrong.map(({ handle }) => handle)).toEqual([]);
    const sameTwice = demoProducts.filter((product) => repeated(product.variants.map(({ title }) => title)).length > 0);
    expect(sameTwice.map(({ handle }) => handle)).toEqual([]);
  });

  it('uses every collection and no other', () => {
    const used = new Set(demoProducts.flatMap(({ collections }) => collections));
    expect([...used].sort()).toEqual(demoCollections.map(({ handle }) => handle).sort());
  });

  it('keeps the SKUs that documents name', () => {
    const named = ['SWE-10003', 'BOO-34005', 'HAT-66003', 'BAC-42001'].map((sku) => {
      const product = demoProducts.find((candidate) => candidate.variants.some((variant) => variant.sku === sku));
      return `${sku} ${product?.title}, ${product?.variants.find((variant) => variant.sku === sku)?.title}`;
    });
    expect(named).toEqual(['SWE-10003 Merino Crew Sweater, Navy / M', 'BOO-34005 Suede Hill Boots, Rust / 42', 'HAT-66003 Ribbed Watch Cap, Rust', 'BAC-42001 Rove 20 Backpack, Petrol']);
  });

  it('turns pounds into German shelf prices', () => {
    expect([1100, 6500, 48500].map(euroPrice)).toEqual([1295, 7495, 57495]);
  });
});

describe('barcodes and ids', () => {
  it('gives the same barcode and id for the same name, for ever', () => {
    expect(inStoreBarcode(10_003)).toBe('2404546386693');
    expect(seedId('market:test')).toBe('019b76da-a800-7304-a688-163e1b3090b4');
    expect(seedId('market:test')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the demo staff', () => {
  it('has nobody twice, neither by address nor by PIN', () => {
    expect(repeated(demoStaff.map(({ email }) => email))).toEqual([]);
    expect(repeated(demoStaff.map(({ id }) => id))).toEqual([]);
    const pins = demoStaff.flatMap(({ pin }) => (pin === null ? [] : [pin]));
    expect(repeated(pins)).toEqual([]);
    expect(pins.filter((pin) => !/^\d{4}$/.test(pin))).toEqual([]);
  });

  it('has a manager for each store and addresses that mail can carry', () => {
    expect(demoStaff.filter(({ role }) => role === 'store_manager')).toHaveLength(12);
    expect(demoStaff.filter(({ email }) => !/^[a-z]+(\.[a-z]+)?@fieldhouse\.example$/.test(email))).toEqual([]);
  });
});
