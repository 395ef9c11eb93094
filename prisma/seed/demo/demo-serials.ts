import { demoProducts } from './catalogue';

/** Goods whose pieces are told apart, because the maker answers for each for ten years. */
const KEPT_BY_SERIAL = ['Ember Windproof Stove'];

/** How many came with the opening, by location code: to where the demo's own tills stand. Elsewhere there are none. */
const PIECES: Record<string, number> = { SOHO: 4, LEEDS: 3 };
const FIRST = 240_117;

export const variantsBySerial: readonly string[] = demoProducts.filter(({ title }) => KEPT_BY_SERIAL.includes(title)).flatMap(({ variants }) => variants.map(({ id }) => id));

/** The serials of a product that lie at a place when the chain begins; null: it is not kept by serial. */
export function serialsAt(placeCode: string, variantId: string): string[] | null {
  const product = variantsBySerial.indexOf(variantId);
  if (product === -1) return null;
  const places = Object.keys(PIECES);
  const before = places.slice(0, Math.max(0, places.indexOf(placeCode))).reduce((sum, code) => sum + (PIECES[code] ?? 0), 0);
  return Array.from({ length: PIECES[placeCode] ?? 0 }, (_, piece) => `EW${FIRST + product * 1000 + before + piece}`);
}
