import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { newId } from '@oneshelf/platform';
import type { CountOfModel } from './count-of-model';

/** Pieces, not thousandths. */
export type Level = Record<StockBucket | 'held', number>;
export interface At { variant: number; place: number }
/** One line of an order, and what is kept for it at each place. */
export interface Order { orderId: string; orderLineId: string; variant: number; kept: number[] }
/** What one hold keeps of one product at one place. */
export interface HoldRow extends At { holdId: string; lineId: string; units: number; isOver: boolean }
export interface Transfer { id: string; from: number; to: number; status: 'requested' | 'approved' | 'shipped'; lines: { lineId: string; variant: number; requested: number; road: number }[] }
export interface Correction extends At { id: string; from: StockBucket | 'shrink'; to: StockBucket | 'shrink'; units: number; isRestatement: boolean }
export interface Grant { epoch: number; ceiling: number; used: number; outstanding: number; isActive: boolean }
/** What a till knows of its right to one product, and what it has sold on it and not sent. */
export interface Right { epoch: number; ceiling: number; used: number }
export interface Till { registerId: string; rights: Right[]; queue: { variant: number; operationId: string; units: number }[]; sent: { variant: number; operationId: string; units: number }[] }
export interface Promised { orderId: string; orderLineId: string; variant: number; units: number; isLimited: boolean }

const nothing = (): Level => ({ ...(Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as Record<StockBucket, number>), held: 0 });
/** What a counter finds on the shelf. */
const ON_SHELF = ['sellable', 'held', 'committed', 'allotted', 'safety'] as const;

/** The rules of stock in memory, as plainly as they can be said: two products at two places, and everything that people do with them. */
export class Model {
  readonly variantIds: readonly string[];
  readonly skus: readonly string[];
  readonly locationIds: readonly string[];
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
  readonly writtenOff: number[][] = [[0, 0], [0, 0]];
  /** Counts everything that happens, so that what came before a scan is told from what came after it. */
  clock = 0;

  constructor({ variantIds, skus, locationIds }: Pick<Model, 'variantIds' | 'skus' | 'locationIds'>) {
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
