import { isFields, has, type Fields, type TaxCase } from '../tax-case';
import { countryPeriods, type Period } from './country-periods';
import { csvRows } from './csv';
import { datedStandard, territoryHistory } from './dated-rows';
import { serviceAnswers } from './service-answers';
import { stateTable } from './state-rates';
import { taxTypes, type TaxTypes } from './tax-types';
import { worldRates, type WorldRates } from './world-rates';

/** The rows of a table as cases, by its columns or fields. What states no rate and no tax has none. */
export function readTable(content: unknown, folder: string): TaxCase[] {
  if (typeof content === 'string') return readRows(csvRows(content), folder);
  if (!isFields(content)) return [];
  if (isFields(content.tax_types) && isFields(content.zones)) return taxTypes(content as unknown as TaxTypes);
  if (isFields(content.items)) return countryPeriods(content.items as unknown as Record<string, Period[]>);
  if (isByCountry(content)) return worldRates(content as unknown as WorldRates);
  return serviceAnswers(content);
}

function readRows(rows: Record<string, string>[], folder: string): TaxCase[] {
  const [first] = rows;
  if (has(first, 'country', 'date', 'standardRate')) return datedStandard(rows);
  if (has(first, 'territory_codes', 'start_date', 'rate')) return territoryHistory(rows);
  if (has(first, 'StateProvinceID', 'TaxRate', 'TaxType')) return stateTable(rows, folder);
  return [];
}

const isByCountry = (content: Fields): boolean => Object.entries(content).every(([code, value]) => /^[A-Z]{2}$/.test(code) && has(value, 'rate'));
