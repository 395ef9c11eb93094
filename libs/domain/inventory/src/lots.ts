import { shelfBuckets } from './count';
import { type Bucket, isStockBucket, type StockBucket } from './stock-level';

/**
 * Where goods of a lot lie: on the shelf, or apart in one of the buckets that are no shelf. What is kept for orders and
 * registers is of no lot until it leaves, so the buckets of the shelf are one place (INV-81).
 */
export const lotPlaces = ['shelf', 'quality_control', 'damaged', 'refurbish', 'quarantine'] as const;
export type LotPlace = (typeof lotPlaces)[number];

/** Null: outside, where lots are not counted. */
export function lotPlaceOf(bucket: Bucket): LotPlace | null {
  if (!isStockBucket(bucket)) return null;
  return shelfBuckets.includes(bucket) ? 'shelf' : (bucket as LotPlace);
}

/** The buckets whose goods lie at a place of lots. */
export const bucketsOfLotPlace = (place: LotPlace): readonly StockBucket[] => (place === 'shelf' ? shelfBuckets : [place]);

/** The day (YYYY-MM-DD) is the last on which it may be sold; null: it keeps. */
export interface Perishable {
  expiresOn: string | null;
}

export interface LotOnHand extends Perishable {
  lotId: string;
  code: string;
  quantityMilli: number;
}

/** Which lots may go: those that keep for so many days after this one. */
export interface KeepsFor {
  day: string;
  minimumDays: number;
}

export interface LotPart {
  /** Null: no lot was said when they came. */
  lotId: string | null;
  quantityMilli: number;
}

export type LotState = 'fresh' | 'short' | 'expired';

/** Days that are left after this one; 0 on the last day, below zero after it; null: it keeps. */
export const remainingDays = ({ expiresOn }: Perishable, day: string): number | null => (expiresOn === null ? null : (Date.parse(expiresOn) - Date.parse(day)) / 86_400_000);

/** `short` from so many days before the last one. */
export function lotState(lot: Perishable, day: string, shortDays: number): LotState {
  const days = remainingDays(lot, day);
  if (days === null || days > shortDays) return 'fresh';
  return days < 0 ? 'expired' : 'short';
}

export function mayGo(lot: Perishable, { day, minimumDays }: KeepsFor): boolean {
  const days = remainingDays(lot, day);
  return days === null || days >= minimumDays;
}

/** First expired first out: the earliest day first, what keeps last, then by code. */
export const byExpiry = (one: Pick<LotOnHand, 'expiresOn' | 'code'>, other: Pick<LotOnHand, 'expiresOn' | 'code'>): number =>
  compare(one.expiresOn ?? '9999-12-31', other.expiresOn ?? '9999-12-31') || compare(one.code, other.code);

/** Takes first expired first out of the lots that may go, each no further than it has. What they do not have is missing. */
export function chooseLots(lots: readonly LotOnHand[], wantedMilli: number, rule: KeepsFor): { parts: LotPart[]; missingMilli: number } {
  let missingMilli = wantedMilli;
  const parts: LotPart[] = [];
  for (const lot of [...lots].sort(byExpiry)) {
    const quantityMilli = Math.min(missingMilli, lot.quantityMilli);
    if (quantityMilli <= 0 || !mayGo(lot, rule)) continue;
    parts.push({ lotId: lot.lotId, quantityMilli });
    missingMilli -= quantityMilli;
  }
  return { parts, missingMilli };
}

/**
 * Of which lots goods are that leave and of which nobody said it: of those that may go, then of what came without a lot,
 * then of the others, because something did leave; what nothing has is of no lot.
 */
export function lotsOfLeaving({ lots, unsaidMilli }: { lots: readonly LotOnHand[]; unsaidMilli: number }, wantedMilli: number, rule: KeepsFor): LotPart[] {
  const first = chooseLots(lots, wantedMilli, rule);
  const unsaid = Math.min(Math.max(0, unsaidMilli), first.missingMilli);
  const last = chooseLots(lots.filter((lot) => !mayGo(lot, rule)), first.missingMilli - unsaid, { ...rule, minimumDays: -Infinity });
  const noLot = unsaid + last.missingMilli;
  return [...first.parts, ...last.parts, ...(noLot > 0 ? [{ lotId: null, quantityMilli: noLot }] : [])];
}

/** Divides quantities over lots in their order; what the lots do not reach to is of no lot. Each part says whose it is by its place. */
export function shareOverLots(quantitiesMilli: readonly number[], lots: readonly { lotId: string; quantityMilli: number }[]): (LotPart & { index: number })[] {
  const left = lots.map((lot) => ({ ...lot }));
  return quantitiesMilli.flatMap((wantedMilli, index) => {
    let openMilli = wantedMilli;
    const parts = left.flatMap((lot) => {
      const quantityMilli = Math.min(openMilli, lot.quantityMilli);
      openMilli -= quantityMilli;
      lot.quantityMilli -= quantityMilli;
      return quantityMilli > 0 ? [{ index, lotId: lot.lotId, quantityMilli }] : [];
    });
    return openMilli > 0 ? [...parts, { index, lotId: null, quantityMilli: openMilli }] : parts;
  });
}

/** What may be promised of goods that are free, where so much lies in lots that may not go. Never below zero but by what was oversold. */
export const freeOfLots = (freeMilli: number, barredMilli: number): number => (barredMilli <= 0 ? freeMilli : Math.min(freeMilli, Math.max(0, freeMilli - barredMilli)));

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
