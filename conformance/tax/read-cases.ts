import { addedTaxes } from './cases/added-taxes';
import { cartTotals } from './cases/cart-totals';
import { destinationPrice } from './cases/destination-price';
import { orderTax } from './cases/order-tax';
import { orderTotals } from './cases/order-totals';
import { rateChoice } from './cases/rate-choice';
import { recordedDocument } from './cases/recorded-document';
import { shopScenario } from './cases/shop-scenario';
import { ukRounding, vatFraction } from './cases/uk-rounding';
import { has, type Difference, type Fields, type TaxCase } from './tax-case';

interface Shape {
  fields: readonly string[];
  run: (fields: Fields, context: { all: readonly Fields[]; setup: readonly Fields[] }) => Difference[];
}

/** By the fields that a case has; the first that fits. */
const shapes: readonly Shape[] = [
  { fields: ['setup', 'flow'], run: (fields) => shopScenario(fields) },
  { fields: ['items', 'context', 'expectedTaxLines'], run: (fields, { setup }) => rateChoice(fields, setup) },
  { fields: ['cart', 'expected'], run: (fields) => cartTotals(fields) },
  { fields: ['shipTo', 'lines', 'orderDiscount', 'expected'], run: (fields) => recordedDocument(fields) },
  { fields: ['enteredGrossPrice', 'sellerCountry', 'shipTo', 'category'], run: (fields, { all }) => destinationPrice(fields, all.filter((other) => has(other, 'enteredGrossPrice', 'shipTo', 'category'))) },
  { fields: ['price', 'rates', 'shipTo'], run: (fields) => addedTaxes(fields) },
  { fields: ['items', 'rate', 'includedInPrice'], run: (fields) => orderTax(fields) },
  { fields: ['pricesIncludeTax', 'lines', 'expected'], run: (fields) => orderTotals(fields) },
  { fields: ['netPrice', 'rate', 'expected'], run: (fields) => ukRounding(fields) },
  { fields: ['grossPrice', 'rate', 'expected'], run: (fields) => vatFraction(fields) },
];

/** The cases of a file that lists them. A case of a shape that nobody knows fails when it is run. */
export function readCases(content: Fields): TaxCase[] {
  const all = content.cases as Fields[];
  const setup = Array.isArray(content.setup) ? (content.setup as Fields[]) : [];
  return all.map((fields, index) => ({
    name: String(fields.id ?? index),
    run: () => {
      const shape = shapes.find((candidate) => has(fields, ...candidate.fields));
      if (!shape) throw new Error(`no reader knows a case with ${Object.keys(fields).join(', ')}`);
      return shape.run(fields, { all, setup: Array.isArray(fields.setup) ? (fields.setup as Fields[]) : setup });
    },
  }));
}
