import { parseBarcode, parseCost, parseStock, parseWeight } from './parse-values';
import { plainText, slug, taxClassOf, webAddress } from './text-values';

const style = { currency: 'GBP', locale: 'en' };

describe('values of cells', () => {
  it.each([['12.0278', 1203], ['12.0250', 1203], ['12.0249', 1202], ['.0000', 0], ['7', 700]])('reads the cost %s as %d', (text, minor) => {
    expect(parseCost(text, style)).toEqual({ ok: true, value: minor });
  });

  it.each([['12', 12_000], ['2.5', 2500], ['0,125', 125], ['-0', 0]])('reads the stock %s as %d thousandths', (text, milli) => {
    expect(parseStock(text)).toEqual({ ok: true, value: milli });
  });

  it.each([['1', 'kg', 1000], ['15.68', 'LB', 7112], ['8', 'oz', 227], ['250', '', 250]])('reads the weight %s %s as %d g', (text, unit, grams) => {
    expect(parseWeight(text, unit)).toEqual({ ok: true, value: grams });
  });

  it('does not know a stone', () => {
    expect(parseWeight('1', 'st')).toMatchObject({ ok: false, refusal: { kind: 'unknown_unit' } });
  });

  it.each(['96385074', '036000291452', '4006381333931', '04006381333931', 'SHELF-77', '12345'])('takes the barcode %s', (code) => {
    expect(parseBarcode(code)).toEqual({ ok: true, value: code });
  });

  it('says which check digit a barcode should have', () => {
    expect(parseBarcode('4006381333932')).toMatchObject({ ok: false, refusal: { kind: 'barcode_check_digit', message: expect.stringContaining('should be 1') } });
  });

  it('makes handles, plain text and addresses', () => {
    expect(slug('Crème Brûlée – Größe 2.0!')).toBe('creme-brulee-grosse-2-0');
    expect(plainText('<p>A &amp; B</p><script>alert(1)</script>5 < 6')).toBe('A & B 5 < 6');
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(webAddress('https://img.test/a.jpg|b.jpg')).toBe('https://img.test/a.jpg');
    expect([taxClassOf('Reduced tax'), taxClassOf(''), taxClassOf('books'), taxClassOf('luxury')]).toEqual(['reduced', 'standard', 'books', undefined]);
  });
});
