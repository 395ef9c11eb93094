import type { PriceDrift, PriceParity, PriceParityQuery, PriceParityRow } from '@oneshelf/contracts';
import { type BookedShelfPrice, priceSpread } from '@oneshelf/domain-pricing';
import type { ParitySheet } from './parity-sheet';

type Filter = Pick<PriceParityQuery, 'channel' | 'location' | 'group' | 'show' | 'minSpread' | 'search'>;
type Where = { channelCode: string; locationId: string | null; customerGroup: string | null };

/** An empty text would not arrive: a URL without a value is one without the filter. */
const NO_GROUP = '-';

const isWithin = ({ channelCode, locationId, customerGroup }: Where, { channel, location, group }: Filter): boolean =>
  (channel === undefined || channelCode === channel) && (location === undefined || locationId === location) && (group === undefined || (customerGroup ?? NO_GROUP) === group);

/** The drifts that a filter leaves. */
export function driftsOf(sheet: ParitySheet, filter: Filter): PriceDrift[] {
  const search = filter.search?.toLowerCase();
  return sheet.drifts.filter((drift) => isWithin(drift, filter) && (!search || matches(drift, search)));
}

/** The SKUs that a filter leaves, those with drift first, then those whose prices are furthest apart. */
export function rowsOf(sheet: ParitySheet, filter: Filter): PriceParityRow[] {
  const kept = sheet.contexts.flatMap(({ named }, index) => (isWithin(named, filter) ? [sheet.prices[index] ?? []] : []));
  const drifts = new Map<string, number>();
  for (const { variantId } of driftsOf(sheet, filter)) drifts.set(variantId, (drifts.get(variantId) ?? 0) + 1);
  const search = filter.search?.toLowerCase();
  const rows = sheet.variants.flatMap((variant, index) => {
    if (search && !matches(variant, search)) return [];
    const row = rowOf(variant, { plain: sheet.plain[index] ?? null, prices: kept.map((prices) => prices[index] ?? null), drifts: drifts.get(variant.id) ?? 0 });
    return isShown(row, filter) ? [row] : [];
  });
  return rows.sort((a, b) => b.drifts - a.drifts || (b.spreadBasisPoints ?? Infinity) - (a.spreadBasisPoints ?? Infinity) || compare(a.sku, b.sku));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const matches = ({ sku, title }: { sku: string; title: string }, search: string): boolean => sku.toLowerCase().includes(search) || title.toLowerCase().includes(search);

function rowOf({ id, sku, title }: ParitySheet['variants'][number], { plain, prices, drifts }: { plain: BookedShelfPrice | null; prices: (BookedShelfPrice | null)[]; drifts: number }): PriceParityRow {
  const plainMinor = plain?.priceMinor ?? null;
  let differing = 0;
  for (const price of prices) if ((price?.priceMinor ?? null) !== plainMinor) differing += 1;
  const spread = priceSpread(prices.map((price) => price?.priceMinor ?? null));
  return { variantId: id, sku, title, plainMinor, minMinor: spread?.minMinor ?? null, maxMinor: spread?.maxMinor ?? null, spreadBasisPoints: spread ? spread.spreadBasisPoints : 0, differing, drifts };
}

/** A spread that has no number, from a price of zero, is wider than any. */
const isShown = ({ drifts, differing, spreadBasisPoints }: PriceParityRow, { show, minSpread }: Filter): boolean =>
  (show !== 'drift' || drifts > 0) && (show !== 'differences' || differing > 0) && (spreadBasisPoints ?? Infinity) >= minSpread;

/** A page of the SKUs, with what the whole look came to. */
export function parityPage(sheet: ParitySheet, query: PriceParityQuery): PriceParity {
  const rows = rowsOf(sheet, query);
  const contexts = sheet.contexts.map(({ named }) => named);
  return {
    marketCode: sheet.market.code, currency: sheet.market.currency, at: sheet.at, moment: sheet.moment, bookVersion: sheet.book.version,
    contexts: contexts.filter((named) => isWithin(named, query)), places: sheet.places.filter((place) => isWithin({ ...place, customerGroup: null }, { ...query, group: undefined })),
    channels: [...new Set(contexts.map(({ channelCode }) => channelCode))], locations: [...new Set(contexts.flatMap(({ locationId }) => locationId ?? []))], groups: sheet.groups,
    totals: { variants: rows.length, contexts: contexts.filter((named) => isWithin(named, query)).length, differing: rows.filter(({ differing }) => differing > 0).length, drifts: rows.reduce((sum, { drifts }) => sum + drifts, 0) },
    total: rows.length, items: rows.slice(query.offset, query.offset + query.limit),
  };
}
