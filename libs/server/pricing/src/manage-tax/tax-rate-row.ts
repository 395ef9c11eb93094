import { type TaxRateAnswer, TaxPostcodes } from '@oneshelf/contracts';
import { ppmOf, type TaxTableRate } from '@oneshelf/domain-tax';

/** A row of tax_rate as both readers give it. */
export interface TaxRateRow {
  id: string;
  country: string;
  tax_class: string;
  name: string;
  rate_basis_points: number;
  valid_from: Date;
  valid_to: Date | null;
  region: string | null;
  postcodes: unknown;
  layer: string | null;
  rate_ppm: number | null;
  is_compound: boolean | null;
}

export const postcodesOf = (row: TaxRateRow): TaxPostcodes | null => (row.postcodes === null ? null : TaxPostcodes.parse(row.postcodes));

export const tableRateOf = (row: TaxRateRow): TaxTableRate & { row: TaxRateRow } => ({
  row, country: row.country, region: row.region, postcodes: postcodesOf(row), taxClass: row.tax_class, layer: row.layer, name: row.name, rateBasisPoints: row.rate_basis_points, ratePpm: row.rate_ppm,
  isCompound: row.is_compound, validFrom: row.valid_from.toISOString(), validTo: row.valid_to?.toISOString() ?? null,
});

export const answerOf = (row: TaxRateRow, now: Date): TaxRateAnswer => ({
  id: row.id, country: row.country, region: row.region, postcodes: postcodesOf(row), taxClass: row.tax_class, layer: row.layer, name: row.name,
  ratePpm: ppmOf({ rateBasisPoints: row.rate_basis_points, ratePpm: row.rate_ppm }), isCompound: row.is_compound ?? false,
  validFrom: row.valid_from.toISOString(), validTo: row.valid_to?.toISOString() ?? null,
  state: now < row.valid_from ? 'upcoming' : row.valid_to === null || now < row.valid_to ? 'running' : 'over',
});
