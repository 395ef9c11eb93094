import { decimalOf, minorOf, ppmOfRate } from '../decimal';
import { lineOf, tableRate, taxOf, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';

interface DestinationPrice {
  note?: string;
  sellerCountry: string;
  shipTo: string;
  category: string;
  enteredGrossPrice: string;
  expected: { price: string; includedTax: string; rate: string | null };
}

/** A price with the tax of home inside, sent elsewhere: goods keep their net price, their shipping its gross one. */
export function destinationPrice(fields: Fields, all: readonly Fields[]): Difference[] {
  const { sellerCountry, shipTo, category, enteredGrossPrice, expected } = fields as unknown as DestinationPrice;
  const rates = ratesOf(fields as unknown as DestinationPrice, all as unknown as DestinationPrice[]);
  const taxClass = classOf(category);
  const isTaxed = rates.some((rate) => rate.country === shipTo && rate.taxClass === taxClass);
  const answer = taxOf(
    {
      at: today, place: { place: { country: shipTo }, because: isTaxed ? 'destination' : 'export' },
      lines: [{ lineId: 'goods', taxClasses: [taxClass], amountMinor: minorOf(enteredGrossPrice), taxInclusive: true }],
      home: { place: { country: sellerCountry }, policy: isShipping(category) ? 'gross_stays' : 'net_stays' },
    },
    rates,
  );
  const line = lineOf(answer, 'goods');
  const compare = new Comparison();
  compare.check('price', { expected: expected.price, actual: decimalOf(line.grossMinor) });
  compare.check('includedTax', { expected: expected.includedTax, actual: decimalOf(line.taxMinor) });
  compare.check('rate', { expected: expected.rate === null ? null : ppmOfRate(expected.rate), actual: answer.groups[0]?.ratePpm ?? null });
  return compare.differences;
}

const isShipping = (category: string): boolean => category.endsWith('(shipping)');
const classOf = (category: string): string => category.replace('(shipping)', '');

/** The shop's table, from the words of the note; a rate that the note does not name is taken from the cases that show it. */
function ratesOf({ note = '', sellerCountry }: DestinationPrice, all: readonly DestinationPrice[]): ReturnType<typeof tableRate>[] {
  const rates = new Map<string, number>();
  const set = (country: string, taxClass: string, ratePpm: number): Map<string, number> => (rates.has(`${country} ${taxClass}`) ? rates : rates.set(`${country} ${taxClass}`, ratePpm));
  for (const clause of note.split(';')) {
    let taxClass: string | undefined;
    for (const [, word, percent = '', country] of clause.matchAll(/(?:([a-z]+) )?(\d+(?:\.\d+)?)%(?: ([A-Z]{2})\b)?/g)) {
      taxClass = word ?? taxClass;
      if (taxClass !== undefined) set(country ?? sellerCountry, taxClass, minorOf(percent, 4));
    }
  }
  for (const [, countries = '', classes = ''] of note.matchAll(/zone = ([A-Z+]+) for ([a-z ]+)/g)) {
    for (const taxClass of classes.split(/\s+/)) for (const country of countries.split('+')) set(country, taxClass, rates.get(`${sellerCountry} ${taxClass}`) ?? NaN);
  }
  for (const other of all) if (other.expected.rate !== null && other.sellerCountry === sellerCountry) set(other.shipTo, classOf(other.category), ppmOfRate(other.expected.rate));
  return [...rates].filter(([, ratePpm]) => !Number.isNaN(ratePpm)).map(([key, ratePpm]) => tableRate({ country: key.split(' ')[0] ?? '', taxClass: key.split(' ')[1] ?? '', ratePpm }));
}
