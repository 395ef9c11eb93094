import { chooseTaxRates, type TaxTableRate } from '@oneshelf/domain-tax';
import { ppmOfPercent } from '../decimal';
import { tableRate, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';

interface Region {
  id: string;
  country_code: string;
  province_code?: string;
  default_tax_rate?: { rate: number; code: string; name: string };
}
interface Setup {
  createTaxRegions?: Region[];
  createTaxRates?: { id: string; tax_region_id: string; rate: number; code: string; name: string; is_default?: boolean }[];
  createTaxRateRules?: { reference: string; reference_id: string; tax_rate_id: string }[];
}
interface RateChoice {
  items: { product_id?: string; product_type_id?: string; shipping_option_id?: string }[];
  context: { address: { country_code: string; province_code?: string | null } };
  expectedTaxLines: { rate: number; code: string; name: string }[];
}

/** Which rate applies to an item at an address: a product before its type before the rest, a province before its country. */
export function rateChoice(fields: Fields, setup: readonly Setup[]): Difference[] {
  const { items, context, expectedTaxLines } = fields as unknown as RateChoice;
  const table = tableOf(setup);
  const { country_code: country, province_code: region } = context.address;
  const place = { country: country.toUpperCase(), ...(region ? { region: region.toUpperCase() } : {}) };
  const chosen = items.flatMap((item) => chooseTaxRates(table, { place, taxClasses: classesOf(item), at: today }));
  const compare = new Comparison();
  compare.check('codes', { expected: expectedTaxLines.map(({ code }) => code), actual: chosen.map(({ name }) => name) });
  compare.check('rates', { expected: expectedTaxLines.map(({ rate }) => ppmOfPercent(rate)), actual: chosen.map(({ ratePpm }) => ratePpm) });
  return compare.differences;
}

const classesOf = ({ product_id, product_type_id, shipping_option_id }: RateChoice['items'][number]): string[] => [
  ...(product_id === undefined ? [] : [`product:${product_id}`]), ...(product_type_id === undefined ? [] : [`product_type:${product_type_id}`]),
  ...(shipping_option_id === undefined ? [] : [`shipping_option:${shipping_option_id}`]), 'default',
];

function tableOf(setup: readonly Setup[]): TaxTableRate[] {
  const regions = new Map(setup.flatMap(({ createTaxRegions = [] }) => createTaxRegions).map((region) => [region.id, region]));
  const rules = setup.flatMap(({ createTaxRateRules = [] }) => createTaxRateRules);
  const areaOf = ({ country_code, province_code }: Region): { country: string; region?: string } => ({ country: country_code.toUpperCase(), ...(province_code === undefined ? {} : { region: province_code.toUpperCase() }) });
  const defaults = [...regions.values()].flatMap((region) => (region.default_tax_rate ? [tableRate({ ...areaOf(region), taxClass: 'default', name: region.default_tax_rate.code, ratePpm: ppmOfPercent(region.default_tax_rate.rate) })] : []));
  const particular = setup.flatMap(({ createTaxRates = [] }) => createTaxRates).flatMap(({ id, tax_region_id, rate, code, is_default }) => {
    const region = regions.get(tax_region_id);
    if (!region) throw new Error(`no tax region ${tax_region_id}`);
    const classes = [...rules.filter(({ tax_rate_id }) => tax_rate_id === id).map(({ reference, reference_id }) => `${reference}:${reference_id}`), ...(is_default === true ? ['default'] : [])];
    return classes.map((taxClass) => tableRate({ ...areaOf(region), taxClass, name: code, ratePpm: ppmOfPercent(rate) }));
  });
  return [...defaults, ...particular];
}
