import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ppmOfPercent } from '../decimal';
import { tableRate, taxOf, today } from '../engine';
import { Comparison, type TaxCase } from '../tax-case';
import { csvRows } from './csv';

type Row = Record<string, string>;

/** A merchant's own table by state and type of tax, beside the list of its states: each row is the rate of its place. */
export function stateTable(rows: readonly Row[], folder: string): TaxCase[] {
  const states = new Map(csvRows(readFileSync(path.join(folder, 'StateProvince.csv'), 'utf8')).map((state) => [state.StateProvinceID, state]));
  const table = rows.map((row) => ({ ...placeOf(states.get(row.StateProvinceID)), taxClass: `type ${row.TaxType ?? ''}`, name: row.Name ?? '', ratePpm: ppmOfPercent(row.TaxRate ?? '') })).map(tableRate);
  return rows.map((row) => ({
    name: `${row.Name ?? ''} ${row.SalesTaxRateID ?? ''}`,
    run: () => {
      const answer = taxOf({ at: today, place: { place: placeOf(states.get(row.StateProvinceID)), because: 'destination' }, lines: [{ lineId: 'goods', taxClasses: [`type ${row.TaxType ?? ''}`], amountMinor: 1_000_000, taxInclusive: false }] }, table);
      const compare = new Comparison();
      compare.check('tax on 10,000.00', { expected: ppmOfPercent(row.TaxRate ?? ''), actual: answer.taxMinor });
      return compare.differences;
    },
  }));
}

function placeOf(state: Row | undefined): { country: string; region: string } {
  if (!state) throw new Error('a rate of a state that is not listed');
  return { country: state.CountryRegionCode ?? '', region: (state.StateProvinceCode ?? '').trim() };
}
