'use client';
import type { PriceSheetTable } from '@oneshelf/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useBookWords } from './books/use-book-words';
import { DraftSaver, type SaveState } from './draft-saver';
import { saveDraft, sheetNews } from './price-queries';
import { cellsOfOthers, marketSheet, tierColumn, type NewTier } from './sheet/market-sheet';
import { SheetStore } from './sheet/sheet-store';
import { SheetWatcher, type SheetCompany } from './sheet-watcher';

export interface PriceDeskParts {
  readonly store: SheetStore;
  readonly saver: DraftSaver;
  readonly saving: SaveState;
  readonly company: SheetCompany;
  addTier(tier: NewTier): void;
}

/** A loaded sheet with the draft that saves itself and the news of other editors. One desk a load: give the screen another key with other data. */
export function usePriceDesk(data: PriceSheetTable): PriceDeskParts {
  const t = useTranslations('prices.sheet');
  const locale = useLocale();
  const { formula } = useBookWords(data.marketCode, data.currency);
  // Once a visit: new words, or new functions of the same words, must not throw away what is not saved yet.
  const [{ store, saver, watcher, addTier }] = useState(() => {
    const words = { locale, sku: t('sku'), product: t('product'), cost: t('cost'), margin: t('margin'), reference: (source: string, kind: PriceSheetTable['references'][number]['kind']) => t(`reference.${kind}`, { source }), tier: (book: string, fromMilli: number) => t('tier', { book, quantity: fromMilli / 1000 }), formula };
    return openDesk(data, words);
  });
  useEffect(() => saver.watch(), [saver]);
  useEffect(() => watcher.watch(), [watcher]);
  const saving = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  const company = useSyncExternalStore(watcher.subscribe, watcher.company, watcher.company);
  return { store, saver, saving, company, addTier };
}

function openDesk(data: PriceSheetTable, words: Parameters<typeof marketSheet>[1]) {
  const store = new SheetStore(marketSheet(data, words));
  store.sync.noteOthers(cellsOfOthers(data));
  const editorId = newEditorId();
  const addTier = (tier: NewTier): void => {
    const column = tierColumn(data, words, tier);
    if (column) store.addColumn(column);
  };
  const saver: DraftSaver = new DraftSaver(store, async ({ bookId, request }) => {
    const saved = await saveDraft(bookId, { ...request, editorId });
    watcher.adopt(bookId, saved);
    return saved;
  });
  const watcher = new SheetWatcher({ store, saver, data, editorId, ask: (request) => sheetNews(data.marketCode, request), onNewTier: addTier });
  return { store, saver, watcher, addTier };
}

/** A page of a plain address has no crypto.randomUUID (only https and the own machine have). */
function newEditorId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return Array.from(bytes, (byte, index) => ([4, 6, 8, 10].includes(index) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
}
