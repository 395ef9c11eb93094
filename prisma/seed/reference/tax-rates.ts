import { referenceTaxRates, vatUnionAt, type TaxTableRate } from '@oneshelf/domain-tax';
import type { Insertable } from 'kysely';
import type { tax_rate } from '../../generated/database';
import { seedId } from '../seed-id';
import { goodsClasses } from './goods-classes';

/** What ended before is of no sale that the product can hold. */
const earliest = '2010-01-01';

// The markets of the reference data and whom they can sell to with tax: the union and the United Kingdom.
const countries: ReadonlySet<string> = new Set(['GB', ...vatUnionAt('2026-01-01')]);

/** What the tax is called on receipts of each country; elsewhere, as in Malta and the United Kingdom, VAT. */
const localNames: Readonly<Record<string, string>> = {
  AT: 'USt.', BE: 'TVA/BTW', BG: 'ДДС', CY: 'ΦΠΑ', CZ: 'DPH', DE: 'MwSt.', DK: 'moms', EE: 'käibemaks', ES: 'IVA', FI: 'ALV', FR: 'TVA', GR: 'ΦΠΑ', HR: 'PDV', HU: 'ÁFA', IT: 'IVA',
  LT: 'PVM', LU: 'TVA', LV: 'PVN', NL: 'BTW', PT: 'IVA', RO: 'TVA', SE: 'moms', SI: 'DDV', SK: 'DPH',
};

const nameOf = ({ country, rateBasisPoints }: TaxTableRate): string => `${localNames[country] ?? 'VAT'} ${rateBasisPoints / 100}%`;

/** Rates of the classes of goods: those of the class that they fall into, and zero where a country has said that nothing is charged. */
function withGoods(rate: TaxTableRate): TaxTableRate[] {
  const goods = Object.entries(goodsClasses).filter(([, byCountry]) => (byCountry[rate.country] ?? 'standard') === rate.taxClass);
  return [rate, ...goods.map(([taxClass]) => ({ ...rate, taxClass }))];
}

const placeOf = ({ region, postcodes }: TaxTableRate): string => (region ? `:${region}` : postcodes ? `:${postcodes.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join('+')}` : '');

/** Value added tax of the union and the United Kingdom by class, place and time; at any instant since 2011 each class of the reference markets has one rate. */
export const taxRates: Insertable<tax_rate>[] = referenceTaxRates()
  .filter((rate) => countries.has(rate.country) && (rate.validTo === null || rate.validTo >= earliest))
  .flatMap(withGoods)
  .map((rate) => ({
    id: seedId(`tax-rate:${rate.country}${placeOf(rate)}:${rate.taxClass}:${rate.validFrom}`),
    country: rate.country,
    tax_class: rate.taxClass,
    name: nameOf(rate),
    rate_basis_points: rate.rateBasisPoints,
    valid_from: rate.validFrom,
    valid_to: rate.validTo,
    region: rate.region ?? null,
    // Read as it stands by json_populate_recordset.
    postcodes: rate.postcodes ?? null,
    layer: rate.layer ?? null,
    rate_ppm: rate.ratePpm ?? null,
    is_compound: rate.isCompound ?? null,
  }));
