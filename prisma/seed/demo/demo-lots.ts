import { seedId } from '../seed-id';
import { demoProducts } from './catalogue';

/** Wax and wash do not keep for ever: their tins have a lot and a last day. */
const KEPT_BY_LOT = ['Boot Wax', 'Reproofing Wash'];

/** Of so many days from now. Soho sold slowly: its tins are near their last day. No place: all others. */
export const demoLots = [{ code: 'W2402', days: 9, place: 'SOHO' }, { code: 'W2511', days: 120, place: 'LEEDS' }, { code: 'W2604', days: 300, place: null }] as const;

export const variantsByLot: readonly string[] = demoProducts.filter(({ title }) => KEPT_BY_LOT.includes(title)).flatMap((product) => product.variants.map(({ id }) => id));

export const demoLotId = (code: string, variantId: string): string => seedId(`lot:${code}:${variantId}`);

/** Of which lot a product of the demo lies at a place; null: it has none. */
export function lotAt(placeCode: string, variantId: string): string | null {
  const lot = demoLots.find(({ place }) => place === placeCode) ?? demoLots[2];
  return variantsByLot.includes(variantId) ? demoLotId(lot.code, variantId) : null;
}
