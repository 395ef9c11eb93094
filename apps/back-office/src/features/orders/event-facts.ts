import type { OrderEventView } from '@oneshelf/contracts';

/** What an event's data hold that a sentence can use. An event is a record of its time: any of these may be missing. */
export type EventFacts = {
  amountMinor?: number;
  units?: number;
  place?: string;
  /** For the directory, where the place was not named. */
  locationId?: string;
  /** Which places the routing chose, and for how many units. */
  parts: { place: string; units: number }[];
  /** Titles, or SKUs where no title was kept. */
  products: string[];
  shelf?: string;
  card?: string;
  carrier?: string;
  trackingNumber?: string;
  reason?: string;
  promotions: { name: string; amountMinor: number }[];
};

/** Reads the data of an event without trusting their shape: units from `quantityMilli` or the sum of `lines`. */
export function eventFacts({ data }: Pick<OrderEventView, 'data'>): EventFacts {
  const lines = Array.isArray(data['lines']) ? (data['lines'] as unknown[]) : [];
  const milli = numberIn(data, 'quantityMilli') ?? lines.reduce<number>((sum, line) => sum + (numberIn(line, 'quantityMilli') ?? numberIn(line, 'shortMilli') ?? 0), 0);
  return withoutMissing({
    amountMinor: numberIn(data, 'amountMinor') ?? numberIn(data, 'refundMinor') ?? numberIn(data, 'totalMinor'),
    units: milli > 0 ? milli / 1000 : undefined,
    place: textIn(data, 'locationName') ?? textIn(data, 'toLocationName'),
    locationId: textIn(data, 'locationId'),
    parts: partsIn(data['parts']),
    products: productsIn(data, lines),
    shelf: textIn(data, 'shelf'),
    card: textIn(data, 'cardLabel'),
    carrier: textIn(data, 'carrier'),
    trackingNumber: textIn(data, 'trackingNumber'),
    reason: textIn(data, 'reason'),
    promotions: promotionsIn(data['discounts']),
  });
}

function partsIn(value: unknown): { place: string; units: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const [place, milli] = [textIn(each, 'locationName'), numberIn(each, 'quantityMilli')];
    return place === undefined || milli === undefined ? [] : [{ place, units: milli / 1000 }];
  });
}

function productsIn(data: unknown, lines: readonly unknown[]): string[] {
  const skus = valueIn(data, 'skus');
  const named = [textIn(data, 'title'), ...lines.map((line) => textIn(line, 'title')), ...(Array.isArray(skus) ? skus.filter((sku): sku is string => typeof sku === 'string') : [])];
  return [...new Set(named.filter((name) => name !== undefined))];
}

function promotionsIn(value: unknown): { name: string; amountMinor: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const [name, amountMinor] = [textIn(each, 'name'), numberIn(each, 'amountMinor')];
    return name === undefined || amountMinor === undefined ? [] : [{ name, amountMinor }];
  });
}

const valueIn = (from: unknown, key: string): unknown => (typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[key] : undefined);

function numberIn(from: unknown, key: string): number | undefined {
  const value = valueIn(from, key);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function textIn(from: unknown, key: string): string | undefined {
  const value = valueIn(from, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withoutMissing(facts: { [Key in keyof EventFacts]: EventFacts[Key] | undefined } & Pick<EventFacts, 'promotions' | 'parts' | 'products'>): EventFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as EventFacts;
}
