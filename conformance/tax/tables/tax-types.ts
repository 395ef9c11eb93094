import type { TaxPlace } from '@oneshelf/domain-tax';
import { ppmOfRate } from '../decimal';
import { taxOf, today, reference } from '../engine';
import { Comparison, type Difference, type TaxCase } from '../tax-case';
import { checkRate } from './our-rates';
import { samplePostcode } from './sample-postcode';

interface TaxType {
  zone: string;
  rates: { name: string; default?: boolean; amounts: { id: string; amount: number; start_date?: string; end_date?: string }[] }[];
}
interface ZoneMember {
  type: string;
  country_code?: string;
  included_postal_codes?: string;
}
export interface TaxTypes {
  tax_types: Record<string, TaxType>;
  zones: Record<string, { members: ZoneMember[] }>;
}

/** Types of tax with dated amounts, both days included, for zones of countries and postcodes. */
export const taxTypes = ({ tax_types, zones }: TaxTypes): TaxCase[] =>
  Object.values(tax_types).flatMap(({ zone, rates }) =>
    rates.flatMap(({ default: isStandard = false, amounts }) =>
      amounts.map(({ id, amount, start_date, end_date }) => ({
        name: id,
        run: (): Difference[] => {
          const compare = new Comparison();
          const place = placeOf(zones[zone]?.members ?? []);
          if (!place) compare.check('supply between members to a business', { expected: ppmOfRate(amount), actual: taxBetweenBusinesses() });
          else checkRate({ place, ppm: ppmOfRate(amount), isStandard, days: [...(start_date ? [start_date] : []), end_date ? end_date : today.slice(0, 10)] }, compare);
          return compare.differences;
        },
      })),
    ),
  );

/** A place in the zone; undefined where the zone is made of zones. */
function placeOf(members: readonly ZoneMember[]): TaxPlace | undefined {
  const [first] = members;
  if (first?.country_code === undefined) return undefined;
  return { country: first.country_code, ...(first.included_postal_codes === undefined ? {} : { postcode: samplePostcode(first.included_postal_codes) }) };
}

function taxBetweenBusinesses(): number {
  const [from, to] = [{ country: 'DE' }, { country: 'FR' }];
  const buyer = { vatNumber: { country: 'FR', number: '40303265045', isConfirmed: true } };
  return taxOf({ at: today, from, to, buyer, place: { place: to, because: 'destination_union' }, lines: [{ lineId: 'goods', taxClasses: ['standard'], amountMinor: 100_000, taxInclusive: false }] }, reference).taxMinor;
}
