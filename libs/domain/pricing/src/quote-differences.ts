import type { Quote } from './quote';

/** One place where two quotes say different things: "lines[0].discountMinor". */
export interface QuoteDifference {
  path: string;
  stored: unknown;
  replayed: unknown;
}

/**
 * Where a stored quote and the same basket quoted again differ (PRC-50); empty where they say the same. What an older
 * engine stored is compared by what was paid, since its trace may use other words.
 */
export function quoteDifferences(stored: Quote, replayed: Quote): QuoteDifference[] {
  const sameEngine = stored.engineVersion === replayed.engineVersion;
  return compare(sameEngine ? stored : paid(stored), sameEngine ? replayed : paid(replayed), '');
}

const paid = ({ currency, listMinor, discountMinor, taxMinor, totalMinor, lines }: Quote) => ({
  currency, listMinor, discountMinor, taxMinor, totalMinor,
  lines: lines.map(({ lineId, variantId, quantityMilli, ...line }) => ({
    lineId, variantId, quantityMilli, listMinor: line.listMinor, discountMinor: line.discountMinor, taxMinor: line.taxMinor, totalMinor: line.totalMinor, units: line.units,
  })),
});

function compare(stored: unknown, replayed: unknown, path: string): QuoteDifference[] {
  if (Object.is(stored, replayed)) return [];
  if (Array.isArray(stored) && Array.isArray(replayed)) {
    return Array.from({ length: Math.max(stored.length, replayed.length) }, (_, index) => compare(stored[index], replayed[index], `${path}[${index}]`)).flat();
  }
  if (isRecord(stored) && isRecord(replayed)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(replayed)])].sort();
    return keys.flatMap((key) => compare(stored[key], replayed[key], path === '' ? key : `${path}.${key}`));
  }
  return [{ path, stored: stored ?? null, replayed: replayed ?? null }];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
