import type { At } from './at';

/** Three lots of one product; the first is long past its day. In the order in which they go. */
export const LOTS = [{ code: 'OLD', expiresOn: '2020-01-01' }, { code: 'SOON', expiresOn: '2098-01-01' }, { code: 'LATE', expiresOn: '2099-01-01' }] as const;
const OLD = 0;

/** What lies at a place of each lot, and of none: pieces. */
export interface LotShelf { lots: number[]; unsaid: number; sellable: number; committed: number; quarantine: number; oldInQuarantine: number }
export interface LotOrder { orderId: string; orderLineId: string; place: number; units: number }

/** One product that is kept by lot, at two places. A level is its lots and what is of none. */
export class LotModel {
  readonly shelves: readonly LotShelf[] = [0, 1].map(() => ({ lots: LOTS.map(() => 0), unsaid: 0, sellable: 0, committed: 0, quarantine: 0, oldInQuarantine: 0 }));
  readonly orders: LotOrder[] = [];

  constructor(readonly variantId: string) {}

  at({ place }: Pick<At, 'place'>): LotShelf {
    return this.shelves[place] as LotShelf;
  }

  /** First expired first out of those that may go, then what is of no lot, then what is past its day; what nothing has is of none. Answers what of each lot left. */
  leave(place: number, units: number): { ofLots: number[]; unsaid: number } {
    const shelf = this.at({ place });
    const ofLots = LOTS.map(() => 0);
    let open = units;
    const takeOf = (lot: number): void => {
      const taken = Math.min(open, Math.max(0, shelf.lots[lot] ?? 0));
      shelf.lots[lot] = (shelf.lots[lot] ?? 0) - taken;
      ofLots[lot] = (ofLots[lot] ?? 0) + taken;
      open -= taken;
    };
    for (const lot of LOTS.keys()) if (lot !== OLD) takeOf(lot);
    let unsaid = Math.min(open, Math.max(0, shelf.unsaid));
    open -= unsaid;
    takeOf(OLD);
    unsaid += open;
    shelf.unsaid -= unsaid;
    return { ofLots, unsaid };
  }

  /** What is for sale of the lot whose day has passed leaves the shelf. */
  expire(): void {
    for (const shelf of this.shelves) {
      const units = Math.min(shelf.lots[OLD] ?? 0, Math.max(0, shelf.sellable));
      shelf.lots[OLD] = (shelf.lots[OLD] ?? 0) - units;
      shelf.sellable -= units;
      shelf.quarantine += units;
      shelf.oldInQuarantine += units;
    }
  }
}
