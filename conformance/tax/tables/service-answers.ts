import { exemptionFor, reverseChargeFor } from '@oneshelf/domain-tax';
import { minorOf, ppmOfRate, roundedMinor } from '../decimal';
import { lineOf, tableRate, taxOf, today } from '../engine';
import { Comparison, has, isFields, type Fields, type TaxCase } from '../tax-case';
import { checkRate, countryOf, everHeld } from './our-rates';

/** Examples of what a tax service answers: rates of a postcode, the tax of an order, exempt customers, a checked VAT number. */
export function serviceAnswers(content: Fields): TaxCase[] {
  if (has(content.rate, 'combined_rate', 'zip')) return [{ name: `rates of ${String(content.rate.zip)}`, run: () => rateStack(content.rate as Fields) }];
  if (has(content.rate, 'standard_rate', 'country')) return [{ name: `rate of ${String(content.rate.country)}`, run: () => standardOnce(content.rate as Fields) }];
  if (has(content.tax, 'breakdown', 'amount_to_collect')) return [{ name: `tax of an order in ${has(content.tax.jurisdictions, 'country') ? String(content.tax.jurisdictions.country) : ''}`, run: () => orderBreakdown(content.tax as Fields) }];
  if (has(content.customer, 'exempt_regions')) return [{ name: 'exempt customer', run: () => exemptCustomer(content.customer as Fields) }];
  if (has(content.validation, 'vies_response')) return [{ name: 'VAT number', run: () => vatNumber(content.validation as Fields) }];
  if (Array.isArray(content.summary_rates)) return content.summary_rates.filter(isFields).map((row) => ({ name: `summary of ${String(row.region ?? row.country)}`, run: () => summary(row) }));
  return [];
}

const layers = ['country', 'state', 'county', 'city', 'combined_district', 'special'] as const;
const number = (value: unknown): number => Number(value ?? 0);

/** Layers of a postcode come to its combined rate. */
function rateStack(rate: Fields): Comparison['differences'] {
  const [country, region, postcode] = [String(rate.country ?? 'US'), String(rate.state ?? ''), String(rate.zip)];
  const zip = postcode.split('-')[0] ?? postcode;
  const table = layers.flatMap((layer) => (rate[`${layer}_rate`] === undefined ? [] : [tableRate({ country, ...(layer === 'country' || region === '' ? {} : { region }), postcodes: [{ from: zip, to: zip }], taxClass: 'standard', layer, ratePpm: ppmOfRate(String(rate[`${layer}_rate`])) })]));
  const answer = taxOf({ at: today, place: { place: { country, ...(region === '' ? {} : { region }), postcode }, because: 'destination' }, lines: [{ lineId: 'goods', taxClasses: ['standard'], amountMinor: 1_000_000, taxInclusive: false }] }, table);
  const compare = new Comparison();
  compare.check('combined_rate', { expected: ppmOfRate(String(rate.combined_rate)), actual: answer.taxMinor });
  return compare.differences;
}

function standardOnce({ country, standard_rate }: Fields): Comparison['differences'] {
  const compare = new Comparison();
  compare.check(`${String(country)} ever had ${String(standard_rate)}`, { expected: true, actual: everHeld(countryOf(String(country)), ppmOfRate(String(standard_rate))) });
  return compare.differences;
}

interface Taxed extends Fields {
  taxable_amount: number;
  tax_collectable: number;
}

function orderBreakdown(tax: Fields): Comparison['differences'] {
  const breakdown = tax.breakdown as Fields & { shipping?: Taxed; line_items?: (Taxed & { id: string })[] };
  const lines = [...(breakdown.line_items ?? []), ...(breakdown.shipping ? [{ ...breakdown.shipping, id: 'shipping' }] : [])];
  const table = lines.flatMap((line) =>
    layers.flatMap((layer) => {
      const rate = line[`${layer}_tax_rate`] ?? line[`${layer}_sales_tax_rate`];
      return rate === undefined ? [] : [tableRate({ country: 'there', taxClass: line.id, layer, ratePpm: ppmOfRate(number(rate)) })];
    }),
  );
  const answer = taxOf({ at: today, place: { place: { country: 'there' }, because: 'destination' }, rules: { per: 'line' }, lines: lines.map(({ id, taxable_amount }) => ({ lineId: id, taxClasses: [id], amountMinor: minorOf(taxable_amount), taxInclusive: false })) }, table);
  const compare = new Comparison();
  for (const line of lines) compare.check(`tax of ${line.id}`, { expected: roundedMinor(line.tax_collectable), actual: lineOf(answer, line.id).taxMinor });
  compare.check('amount_to_collect', { expected: roundedMinor(number(tax.amount_to_collect)), actual: answer.taxMinor });
  compare.check('taxable_amount', { expected: roundedMinor(number(tax.taxable_amount)), actual: answer.netMinor });
  return compare.differences;
}

function exemptCustomer({ exemption_type, exempt_regions }: Fields): Comparison['differences'] {
  const regions = exempt_regions as { country: string; state: string }[];
  const certificate = { certificateId: 'certificate', reason: String(exemption_type), validFrom: '2000-01-01T00:00:00Z', validTo: null, places: regions.map(({ country, state }) => ({ country, region: state })) };
  const isFree = (country: string, region: string): boolean => exemptionFor({ certificates: [certificate] }, { place: { country, region }, taxClass: 'standard', at: today }) !== undefined;
  const compare = new Comparison();
  for (const { country, state } of regions) compare.check(`exempt in ${state}`, { expected: true, actual: isFree(country, state) });
  compare.check('exempt elsewhere', { expected: false, actual: isFree('US', 'ZZ') });
  return compare.differences;
}

function vatNumber({ vies_response }: Fields): Comparison['differences'] {
  const { country_code: country, vat_number: number, valid } = vies_response as { country_code: string; vat_number: string; valid: boolean };
  const from = { country: country === 'DE' ? 'AT' : 'DE' };
  const relief = reverseChargeFor({ vatNumber: { country: countryOf(country), number, isConfirmed: valid } }, { from, to: { country: countryOf(country) }, at: today });
  const compare = new Comparison();
  compare.check('reverse charge', { expected: valid, actual: relief !== undefined });
  return compare.differences;
}

/** The least that is levied: the state's or the country's own rate. */
function summary({ country_code, region_code, minimum_rate }: Fields): Comparison['differences'] {
  const compare = new Comparison();
  const country = countryOf(String(country_code));
  const place = country === 'US' ? { country, region: String(region_code) } : { country };
  checkRate({ place, ppm: ppmOfRate(number((minimum_rate as Fields).rate)), isStandard: true, days: [today.slice(0, 10)] }, compare);
  return compare.differences;
}
