import type { PriceBookAnswer, TillBootstrap } from '@oneshelf/contracts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Catalogue } from './catalogue';
import type { LocalShift, Settings } from './database';

/** What this tab may do: only one tab of a till writes. */
export type TabRole = 'waiting' | 'writer';

/** What the screens read without waiting: a mirror of the till's database, filled at start and kept by `till.ts`. */
export interface TillState {
  isLoaded: boolean;
  role: TabRole;
  isEnrolled: boolean;
  bootstrap: TillBootstrap | null;
  shift: LocalShift | null;
  catalogue: Catalogue | null;
  priceBook: PriceBookAnswer | null;
  /** The last moment at which prices turned while the till was open: what is shown must be priced again. */
  turnedAt: string | null;
  /** Thousandths for sale here, by variant. */
  stock: ReadonlyMap<string, number>;
  /** Where products stand in this store. */
  bins: ReadonlyMap<string, string>;
  soldVariantIds: string[];
  pickupsWaiting: number;
  /** Operations without the server's answer; of them sales. */
  waiting: number;
  waitingSales: number;
  refused: number;
  /** The count that the next receipt takes. */
  nextReceipt: number;
  settings: Settings;
  isStorageSafe: boolean;
}

export const tillState = createStore<TillState>()(() => ({
  isLoaded: false, role: 'waiting', isEnrolled: false, bootstrap: null, shift: null, catalogue: null, priceBook: null, turnedAt: null,
  stock: new Map(), bins: new Map(), soldVariantIds: [], pickupsWaiting: 0, waiting: 0, waitingSales: 0, refused: 0, nextReceipt: 1, settings: { locale: null, theme: 'light' }, isStorageSafe: true,
}));

export const useTill = <Value>(select: (state: TillState) => Value): Value => useStore(tillState, select);

/** The store that this till stands in. Screens behind the lock have it. */
export function useBootstrap(): TillBootstrap {
  const bootstrap = useTill((state) => state.bootstrap);
  if (!bootstrap) throw new Error('This screen needs an enrolled till.');
  return bootstrap;
}
