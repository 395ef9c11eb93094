import type { StorefrontAvailability, StorefrontHold, StorefrontStores } from '@oneshelf/contracts';
import type { Basket } from './basket';

export type StoreOffer = { id: string; name: string; /** Lines of the basket of which the store has too few. */ missingLines: number };

/** The stores with what each lacks of the basket; those that have everything first, in the order given. */
export function storeChoices(stores: StorefrontStores['items'], goods: { availability: StorefrontAvailability['items']; kept: StorefrontHold['lines'] }, basket: Basket): StoreOffer[] {
  const has = (locationId: string, variantId: string) => free(locationId, variantId) + kept(locationId, variantId);
  const free = (locationId: string, variantId: string) =>
    goods.availability.find((item) => item.variantId === variantId)?.stores.find((store) => store.locationId === locationId)?.availableMilli ?? 0;
  const kept = (locationId: string, variantId: string) =>
    goods.kept.find((item) => item.variantId === variantId)?.keptAt.find((place) => place.locationId === locationId)?.quantityMilli ?? 0;
  const offers = stores.map(({ locationId, name }) => ({ id: locationId, name, missingLines: basket.filter((line) => has(locationId, line.variantId) < line.quantityMilli).length }));
  return offers.sort((a, b) => Math.sign(a.missingLines) - Math.sign(b.missingLines));
}
