/** Where a tax applies: as much as is known of an address. */
export interface TaxPlace {
  /** Two letters. */
  country: string;
  /** State, province or region: the part of ISO 3166-2 after the country ("CA" of "US-CA"). */
  region?: string;
  postcode?: string;
}

/** Both ends belong to it. "90001" to "90899" holds "90210" and "90210-1234"; a prefix as both ends holds all below it. */
export interface PostcodeRange {
  from: string;
  to: string;
}

/** The part of a country that a rate is for; what is absent is not narrowed. */
export interface RateArea {
  country: string;
  region?: string | null;
  postcodes?: readonly PostcodeRange[] | null;
}

/** True where the place is within the area. A place without a postcode is in no area that asks for one. */
export function coversPlace(area: RateArea, place: TaxPlace): boolean {
  if (area.country !== place.country) return false;
  if (isNamed(area.region) && area.region !== place.region) return false;
  return !hasPostcodes(area) || (place.postcode !== undefined && area.postcodes.some((range) => holdsPostcode(range, place.postcode ?? '')));
}

/** 0 the whole country, 1 a region, 2 postcodes: the closer one counts (TAX-8). */
export const closenessOf = (area: RateArea): number => (hasPostcodes(area) ? 2 : isNamed(area.region) ? 1 : 0);

/** Compares as many characters as the ends have, so that 90210-1234 lies in 90001 to 90899 and SW1A 1AA in SW to SW. */
function holdsPostcode({ from, to }: PostcodeRange, postcode: string): boolean {
  const given = plain(postcode);
  const [low, high] = [plain(from), plain(to)];
  return given.slice(0, low.length) >= low && given.slice(0, high.length) <= high && given.length >= Math.min(low.length, high.length);
}

const plain = (postcode: string): string => postcode.toUpperCase().replace(/[^0-9A-Z]/g, '');
const isNamed = (region: string | null | undefined): region is string => region !== undefined && region !== null;
const hasPostcodes = <Area extends RateArea>(area: Area): area is Area & { postcodes: readonly PostcodeRange[] } => (area.postcodes?.length ?? 0) > 0;
