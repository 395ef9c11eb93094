import { referenceTaxRates, taxSale, type TaxSaleAnswer, type TaxSaleRequest, type TaxTableRate } from '@oneshelf/domain-tax';

/** Undated tables are read as of this day; undated sales happen on it. */
export const today = '2025-12-01T12:00:00Z';

export const reference: readonly TaxTableRate[] = referenceTaxRates();

/** A row of a table that a case brings along: valid at all times, for the whole country, unless more is said. */
export const tableRate = (rate: Pick<TaxTableRate, 'country' | 'taxClass'> & { ratePpm: number } & Partial<TaxTableRate>): TaxTableRate => ({
  name: `${rate.taxClass} ${rate.ratePpm}`, rateBasisPoints: Math.round(rate.ratePpm / 100), validFrom: '1900-01-01T00:00:00Z', validTo: null, ...rate,
});

export function taxOf(request: TaxSaleRequest, rates: readonly TaxTableRate[]): TaxSaleAnswer {
  const answer = taxSale(request, rates);
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

export const lineOf = (answer: TaxSaleAnswer, lineId: string): { netMinor: number; taxMinor: number; grossMinor: number; taxesMinor: number[] } => {
  const line = answer.lines.get(lineId);
  if (!line) throw new Error(`no line ${lineId}`);
  return line;
};
