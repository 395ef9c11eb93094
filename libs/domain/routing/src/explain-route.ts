import type { RoutePlan, RouteReason } from './route-plan';

/** Why an order goes where it goes: one sentence per location, the chosen first. */
export function explainRoute(plan: Pick<RoutePlan, 'trace'>, locale: 'en' | 'de'): string[] {
  const number = new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 0 });
  return plan.trace.map(({ code, because, distanceKm }) => `${code}${distanceKm === null ? '' : ` (${number.format(distanceKm)} km)`}: ${sentences[locale][because]}.`);
}

/** One phrase per machine key. */
export const sentences: Record<'en' | 'de', Record<RouteReason, string>> = {
  en: {
    pickup_store: 'the store that the customer chose, and it has everything',
    nearest_with_all: 'the nearest location that has everything',
    fewest_splits: 'part of the smallest and nearest set that has everything',
    most_of_the_rest: 'has the most of what the others do not have',
    cannot_ship: 'does not ship',
    cannot_pickup: 'does not offer pickup',
    not_the_pickup_store: 'not the store that the customer chose',
    has_nothing: 'has none of it',
    has_only_part: 'has only a part of it',
    farther: 'has everything, but is farther away',
    not_needed: 'not needed for the smallest set',
    could_not_find: 'could not find a product lately',
  },
  de: {
    pickup_store: 'die Filiale, die gewählt wurde, und sie hat alles',
    nearest_with_all: 'der nächste Standort, der alles hat',
    fewest_splits: 'Teil der kleinsten und nächsten Auswahl, die alles hat',
    most_of_the_rest: 'hat das meiste von dem, was den anderen fehlt',
    cannot_ship: 'versendet nicht',
    cannot_pickup: 'bietet keine Abholung an',
    not_the_pickup_store: 'nicht die Filiale, die gewählt wurde',
    has_nothing: 'hat nichts davon',
    has_only_part: 'hat nur einen Teil davon',
    farther: 'hat alles, liegt aber weiter weg',
    not_needed: 'für die kleinste Auswahl nicht nötig',
    could_not_find: 'hat einen Artikel zuletzt nicht gefunden',
  },
};
