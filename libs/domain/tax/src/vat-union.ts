// Members of the EU's common system of value added tax, with the day of joining; the UK left it with the end of the
// transition period. Greece is GR here; its VAT numbers begin with EL.
const joined: Record<string, string> = {
  '1958-01-01': 'BE DE FR IT LU NL', '1973-01-01': 'DK GB IE', '1981-01-01': 'GR', '1986-01-01': 'ES PT', '1995-01-01': 'AT FI SE',
  '2004-05-01': 'CY CZ EE HU LT LV MT PL SI SK', '2007-01-01': 'BG RO', '2013-07-01': 'HR',
};
const left: Readonly<Record<string, string>> = { GB: '2021-01-01' };

const joinedBy: ReadonlyMap<string, string> = new Map(Object.entries(joined).flatMap(([day, countries]) => countries.split(' ').map((country): [string, string] => [country, day])));

/** True where the country belongs to the union's VAT on that day; `at` is an instant or a day. */
export function isInVatUnion(country: string, at: string): boolean {
  const from = joinedBy.get(country);
  const until = left[country];
  const day = at.slice(0, 10);
  return from !== undefined && from <= day && (until === undefined || day < until);
}

/** The countries of the union on that day, by code. */
export const vatUnionAt = (at: string): string[] => [...joinedBy.keys()].filter((country) => isInVatUnion(country, at)).sort();

/** Countries whose rates a seller of this country can meet: its own, and those of the union where it is a member (TAX-15). */
export const countriesMet = (country: string, at: string): string[] => (isInVatUnion(country, at) ? vatUnionAt(at) : [country]);
