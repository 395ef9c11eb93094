import fc from 'fast-check';
import { applicationIdentifier } from './application-identifiers';
import { gs1CheckDigit, hasCheckDigit, inStoreCheckDigit } from './check-digit';
import { readShortDate } from './date-values';
import { readDigitalLink } from './digital-link';
import { elementProblem, elementText, pairProblems, readBracketed, readElementText, separator } from './element';
import { expandUpcE, gtinUse, readGtin } from './gtin';
import { type InStoreLayout, readInStoreCode, writeInStoreCode } from './in-store-code';
import { readMeasure, readPrice } from './measures';
import { readScan } from './read-scan';
import { readScanData } from './scan-data';

const today = '2026-11-22';
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe('numbers', () => {
  it('BAR-1 gives the check digit', () => {
    expect([gs1CheckDigit('501234567890'), gs1CheckDigit('9638507'), gs1CheckDigit('3600029145')]).toEqual([0, 4, 2]);
    expect(hasCheckDigit('5012345678900')).toBe(true);
    expect(hasCheckDigit('5012345678901')).toBe(false);
  });

  it('BAR-1 finds every single wrong digit', () => {
    fc.assert(fc.property(digits(13), fc.nat(12), fc.integer({ min: 1, max: 9 }), (payload, place, more) => {
      const code = payload + gs1CheckDigit(payload);
      const wrong = [...code].map((digit, at) => (at === place ? String((Number(digit) + more) % 10) : digit)).join('');
      expect([hasCheckDigit(code), hasCheckDigit(wrong)]).toEqual([true, false]);
    }));
  });

  it('BAR-2 makes one number of each length', () => {
    expect(readGtin('036000291452')).toEqual({ gtin14: '00036000291452', kind: 'UPC-A' });
    expect(readGtin('0036000291452')).toEqual({ gtin14: '00036000291452', kind: 'EAN-13' });
    expect(readGtin('96385074')).toEqual({ gtin14: '00000096385074', kind: 'EAN-8' });
    expect([readGtin('0000000000000'), readGtin('5012345678901'), readGtin('50123'), readGtin('501234567890X')]).toEqual([null, null, null, null]);
  });

  it('BAR-2 expands by the last digit', () => {
    expect(expandUpcE('123450')).toBe(`01200000345${gs1CheckDigit('01200000345')}`);
    expect(expandUpcE('123453')).toBe(`01230000045${gs1CheckDigit('01230000045')}`);
    expect(expandUpcE('123454')).toBe(`01234000005${gs1CheckDigit('01234000005')}`);
    expect(expandUpcE('123459')).toBe(`01234500009${gs1CheckDigit('01234500009')}`);
    expect([expandUpcE('923459'), expandUpcE('31234599'), expandUpcE('12345')]).toEqual(['092345000098', null, null]);
  });

  it('BAR-3 knows what a number is for', () => {
    const use = (payload: string) => { const gtin = readGtin(payload + gs1CheckDigit(payload)); return gtin && gtinUse(gtin); };
    expect(['501234567890', '200123400000', '978030640615', '977000000000', '980000000000', '981000000000', '952123454321'].map(use))
      .toEqual(['trade_item', 'restricted', 'book', 'periodical', 'refund_receipt', 'coupon', 'demonstration']);
  });
});

describe('elements', () => {
  const item = [{ ai: '01', value: '09521234543213' }, { ai: '10', value: 'AB1' }, { ai: '17', value: '270131' }];

  it('BAR-4 writes and reads a string', () => {
    expect(elementText(item)).toBe(`010952123454321310AB1${separator}17270131`);
    expect(readElementText(elementText(item))).toEqual(item);
    expect(readBracketed('(01)09521234543213(10)AB1(17)270131')).toEqual(item);
    expect(readBracketed('(10)A\\(1)')).toEqual([{ ai: '10', value: 'A(1)' }]);
    expect(readBracketed('(10)')).toBeNull();
    expect([readElementText(`10AB1${separator}${separator}17270131`), readElementText('10AB1' + separator), readElementText('')]).toEqual([null, null, null]);
  });

  it('BAR-4 reads every string of lots, serials and counts that it writes', () => {
    const text = fc.stringMatching(/^[A-Za-z0-9\-/.]{1,20}$/);
    const element = fc.oneof(text.map((value) => ({ ai: '10', value })), text.map((value) => ({ ai: '21', value })), digits(6).map((value) => ({ ai: '3103', value })), fc.integer({ min: 1, max: 99_999_999 }).map((count) => ({ ai: '37', value: String(count) })));
    fc.assert(fc.property(fc.array(element, { minLength: 1, maxLength: 6 }), (elements) => { expect(readElementText(elementText(elements))).toEqual(elements); }));
  });

  it.each([
    ['89', 'A', 'form', 'unknown_identifier'], ['17', '9', 'form', 'wrong_length'], ['17', '270231', 'content', 'not_a_day'], ['01', '09521234543214', 'content', 'wrong_check_digit'],
    ['10', 'Ä', 'form', 'wrong_characters'], ['10', 'A^', 'content', 'wrong_characters'], ['37', 'X', 'content', 'wrong_characters'], ['3932', '001100', 'content', 'unknown_currency'], ['8008', '26112225', 'content', 'not_an_hour'],
  ])('BAR-5 says what is wrong with (%s)%s', (ai, value, ...[kind, problem]) => {
    expect(elementProblem({ ai, value })).toEqual({ ai, kind, problem });
  });

  it('BAR-5 passes what is right', () => {
    for (const [ai, value] of [['00', '095201234567891235'], ['17', '270200'], ['3932', '978100'], ['4309', '02790858483015297971'], ['8013', '1987654Ad4X4bL5ttr2310c2K'], ['8007', 'GB98MIDL07009312345678'], ['8110', '012345612345611110123'], ['7258', '1/2'], ['8006', '095212345432130102'], ['8030', 'AB_-']] as const) {
      expect([ai, elementProblem({ ai, value })]).toEqual([ai, null]);
    }
  });

  it('BAR-6 names missing and unfit partners', () => {
    expect(pairProblems([{ ai: '37', value: '5' }])).toEqual([{ ai: '37', kind: 'content', problem: 'needs_00+02_or_00+8026' }]);
    expect(pairProblems([{ ai: '01', value: '1' }, { ai: '37', value: '5' }]).map(({ problem }) => problem)).toContain('not_beside_37');
    expect(pairProblems([{ ai: '01', value: '1' }, { ai: '01', value: '2' }]).map(({ problem }) => problem)).toEqual(['says_two_things', 'says_two_things']);
    expect(pairProblems([{ ai: '01', value: '1' }, { ai: '3103', value: '000195' }, { ai: '3922', value: '0299' }])).toEqual([]);
    expect(pairProblems(item)).toEqual([]);
  });

  it('BAR-4 knows measures by their first digits', () => {
    expect(applicationIdentifier('3105')).toMatchObject({ isPredefined: true, without: ['310n'], with: [['01'], ['02']] });
    expect(applicationIdentifier('3375')).toMatchObject({ with: [['01']] });
    expect(applicationIdentifier('3106')).toBeUndefined();
  });
});

describe('links and scans', () => {
  it('BAR-7 reads a Digital Link', () => {
    expect(readDigitalLink('https://shop.example/01/09521234543213/21/S7?17=270131&colour=red')).toEqual([{ ai: '01', value: '09521234543213' }, { ai: '21', value: 'S7' }, { ai: '17', value: '270131' }]);
    expect(readDigitalLink('https://shop.example/winter/01/9521234543213', { shortGtin: true })).toEqual([{ ai: '01', value: '09521234543213' }]);
  });

  it.each(['https://shop.example/sale', 'https://shop.example/01/09521234543214', 'https://shop.example/01/09521234543213/21/S7/10/A', 'https://shop.example/01/09521234543213?999=1', 'https://shop.example/01/09521234543213?21=S7',
    'https://shop.example/01/09521234543213/10/A%zz', 'https://shop.example/01/09521234543213?17=270131&17=270131', 'ftp://shop.example/01/09521234543213'])('BAR-7 reads nothing from %s', (uri) => { expect(readDigitalLink(uri)).toBeNull(); });

  it('BAR-8 holds the symbol to its content', () => {
    expect(readScanData(']E05012345678900')).toMatchObject({ symbology: 'EAN-13', gtin: { gtin14: '05012345678900' } });
    expect(readScanData(`]C1010952123454321310AB1${separator}17270131`)).toMatchObject({ symbology: 'GS1-128', elements: [{ ai: '01' }, { ai: '10' }, { ai: '17' }] });
    expect(readScanData(']Q1hello')).toMatchObject({ symbology: 'QR', text: 'hello' });
    expect([readScanData(']E05012345678901'), readScanData(']C1'), readScanData(']X0abc'), readScanData('5012345678900'), readScanData(']Q1https://shop.example/sale')]).toEqual([null, null, null, null, null]);
  });

  it('BAR-9 reads short years', () => {
    expect(['270200', '770101', '750101', '270131', '271301'].map((date) => readShortDate(date, today))).toEqual(['2027-02-28', '1977-01-01', '2075-01-01', '2027-01-31', null]);
  });

  const scales: InStoreLayout = [{ is: 'fixed', text: '2' }, { is: 'item', length: 5 }, { is: 'valueCheck' }, { is: 'value', length: 5 }, { is: 'check' }];

  it('BAR-10 reads and writes labels of scales', () => {
    expect(readInStoreCode('2810276146856', scales)).toEqual({ item: '81027', value: 14685, price: null });
    expect([readInStoreCode('2810275146856', scales), readInStoreCode('2810276146857', scales), readInStoreCode('28102761468', scales)]).toEqual([null, null, null]);
    expect(writeInStoreCode(scales, { item: '123', value: 1 })).toBeNull();
    expect(inStoreCheckDigit('123')).toBeNull();
    fc.assert(fc.property(digits(5), fc.nat(99_999), (item, value) => { expect(readInStoreCode(writeInStoreCode(scales, { item, value }) ?? '', scales)).toEqual({ item, value, price: null }); }));
    fc.assert(fc.property(digits(4), (value) => { expect(inStoreCheckDigit(value)).toBeLessThan(10); }));
  });

  it('BAR-11 reads measures and prices', () => {
    expect(readMeasure({ ai: '3103', value: '001250' })).toEqual({ of: 'weight', amount: 1250, unit: 'g' });
    expect([readMeasure({ ai: '3105', value: '000001' }), readMeasure({ ai: '3200', value: '000001' })]).toEqual([null, null]);
    expect([readPrice({ ai: '3922', value: '0299' }), readPrice({ ai: '3932', value: '9781345' }), readPrice({ ai: '10', value: '1' })]).toEqual([{ amount: '2.99', currencyNumber: null }, { amount: '13.45', currencyNumber: '978' }, null]);
  });

  it('BAR-12 reads whatever is scanned', () => {
    const place = { today, layouts: [scales] };
    const facts = { lookup: { by: 'gtin', gtin14: '09521234543213' }, lot: 'AB1', expires: '2027-01-31', serial: null };
    expect(readScan('(01)09521234543213(10)AB1(17)270131', place)).toMatchObject(facts);
    expect(readScan(`]d2010952123454321310AB1${separator}17270131`, place)).toMatchObject(facts);
    expect(readScan(`010952123454321310AB1${separator}17270131`, place)).toMatchObject(facts);
    expect(readScan('https://shop.example/01/09521234543213/10/AB1?17=270131', place)).toMatchObject(facts);
    expect(readScan('9521234543213', place).lookup).toEqual(facts.lookup);
    expect(readScan('2810276146856', place)).toMatchObject({ lookup: { by: 'in_store', item: '81027' }, labelValue: 14685 });
    expect(readScan(' SKU-1 ', place).lookup).toEqual({ by: 'code', code: 'SKU-1' });
    expect(readScan('04252614', place).lookup).toEqual({ by: 'gtin', gtin14: '00042100005264' });
  });

  it('BAR-12 never fails on anything that is scanned', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (scan) => { expect(readScan(scan, { today }).lookup).toBeDefined(); }));
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (scan) => { expect(readScan(`]Q3${scan}`, { today }).lookup).toBeDefined(); }));
  });
});
