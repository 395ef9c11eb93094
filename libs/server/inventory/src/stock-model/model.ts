import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { newId } from '@oneshelf/platform';
import type { At } from './at';
import type { CountOfModel } from './count-of-model';
import { LotModel } from './lot-model';
import type { SerialModel } from './serial-model';

/** Pieces, not thousandths. */
export type Level = Record<StockBucket | 'held', number>;
/** One line of an order, and what is kept for it at each place. */
export interface Order { orderId: string; orderLineId: string; variant: number; kept: number[]; isOfBundle?: true }
/** What one hold keeps of one product at one place. */
export interface HoldRow extends At { holdId: string; lineId: string; units: number; isOver: boolean }
export interface Transfer { id: string; from: number; to: number; status: 'requested' | 'approved' | 'shipped'; lines: { lineId: string; variant: number; requested: number; road: number }[] }
export interface Correction extends At { id: string; from: StockBucket | 'shrink'; to: StockBucket | 'shrink'; units: number; isRestatement: boolean }
export interface Grant { epoch: number; ceiling: number; used: number; outstanding: number; isActive: boolean }
/** What a till knows of its right to one product, and what it has sold on it and not sent. */
export interface Right { epoch: number; ceiling: number; used: number }
export interface Till { registerId: string; rights: Right[]; queue: { variant: number; operationId: string; units: number }[]; sent: { variant: number; operationId: string; units: number }[] }
export interface Promised { orderId: string; orderLineId: string; variant: number; units: number; isLimited: boolean }

/** The third product is a kit of the first two; beside them stands a bundle of them, which has no level. */
export const KIT = 2;
export const KIT_OF = [{ variant: 0, each: 1 }, { variant: 1, each: 2 }] as const;
export const BUNDLE = [{ variant: 0, each: 2 }, { variant: 1, each: 1 }] as const;
export interface Products { variantIds: readonly string[]; skus: readonly string[]; locationIds: readonly string[]; bundleId: string; lotVariantId: string; serialVariantId: string }

const nothing = (): Level => ({ ...(Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as Record<StockBucket, number>), held: 0 });
/** What a counter finds on the shelf. */
const ON_SHELF = ['sellable', 'held', 'committed', 'allotted', 'safety'] as const;

/** The rules of stock in memory, as plainly as they can be said: two products and a kit of them at two places, one product by lot, one by serial, and everything that people do with them. */
export class Model {
  readonly variantIds: readonly string[];
  readonly skus: readonly string[];
  readonly locationIds: readonly string[];
  readonly bundleId: string;
  /** Products whose units are told apart: nobody else touches them. */
  readonly traced: { lots: LotModel; serials: SerialModel };
  readonly levels: Level[][];
  readonly orders: Order[] = [];
  readonly holds: HoldRow[] = [];
  readonly transfers: Transfer[] = [];
  readonly counts: CountOfModel[] = [];
  readonly corrections: Correction[] = [];
  /** Two tills, both at the first place. */
  readonly tills: readonly Till[];
  /** What the server has granted, by till and product. */
  readonly grants: (Grant | null)[][];
  /** In the order in which they were made. */
  readonly promises: Promised[] = [];
  /** The most that may be promised of a product; undefined: it has no policy. */
  readonly limits: (number | undefined)[] = [undefined, undefined];
  /** What pickers did not find, put aside until somebody counts. */
  readonly missing: (At & { units: number; at: number })[] = [];
  /** What counts have written off of that, by product and place. */
  readonly writtenOff: number[][] = [[0, 0], [0, 0], [0, 0]];
  /** Counts everything that happens, so that what came before a scan is told from what came after it. */
  clock = 0;

  constructor({ variantIds, skus, locationIds, bundleId, lotVariantId, serialVariantId }: Products) {
    this.bundleId = bundleId;
    this.traced = { lots: new LotModel(lotVariantId), serials: { variantId: serialVariantId, levels: [0, 0], pieces: new Map() } };
    [this.variantIds, this.skus, this.locationIds] = [variantIds, skus, locationIds];
    this.levels = variantIds.map(() => locationIds.map(nothing));
    this.tills = [0, 1].map((): Till => ({ registerId: newId(), rights: variantIds.map((): Right => ({ epoch: 0, ceiling: 0, used: 0 })), queue: [], sent: [] }));
    this.grants = this.tills.map(() => variantIds.map(() => null));
  }

  at({ variant, place }: At): Level {
    return this.levels[variant]?.[place] as Level;
  }

  /** Where something is, as the house writes it. */
  where({ variant, place }: At): { variantId: string; locationId: string } {
    return { variantId: this.variantIds[variant] as string, locationId: this.locationIds[place] as string };
  }

  /** Lines that keep what they sell; a bundle's line keeps components and is taken whole. */
  keepingPlain(): ReturnType<Model['keeping']> {
    return this.keeping().filter(({ order }) => !order.isOfBundle);
  }

  onShelf(at: At): number {
    return ON_SHELF.reduce((sum, bucket) => sum + this.at(at)[bucket], 0);
  }

  /** An order line that keeps something somewhere, and where. */
  keeping(): { order: Order; place: number; units: number }[] {
    return this.orders.flatMap((order) => order.kept.flatMap((units, place) => (units > 0 ? [{ order, place, units }] : [])));
  }

  /** Says what a number should have been: whoever compares with an earlier instant must not take it for goods that moved. */
  restate(at: At, units: number): void {
    for (const count of this.counts) count.restated(at, units);
  }

  freeHolds(which: (row: HoldRow) => boolean): void {
    for (const row of this.holds.filter(which)) {
      this.at(row).held -= row.units;
      this.at(row).sellable += row.units;
      this.holds.splice(this.holds.indexOf(row), 1);
    }
  }

  /** Somebody could not find these where they should have been. */
  noteMissing(at: At, units: number): void {
    this.missing.push({ ...at, units, at: this.clock });
  }
}
