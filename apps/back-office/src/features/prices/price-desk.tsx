'use client';
import type { PriceSheet } from '@oneshelf/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { AddTier } from './add-tier';
import { useBookWords } from './books/use-book-words';
import { DraftSaver } from './draft-saver';
import { KeysDialog } from './keys-dialog';
import { PriceDeskHeader } from './price-desk-header';
import styles from './prices.module.css';
import { SaveNote } from './save-note';
import { SheetToolbar } from './sheet-toolbar';
import { saveDraft } from './price-queries';
import { marketSheet, type NewTier } from './sheet/market-sheet';
import { PriceGrid } from './sheet/price-grid';
import { SheetStore } from './sheet/sheet-store';
import { StatusBar } from './sheet/status-bar';
import { useGridLabels, useStatusLabels } from './use-sheet-labels';

/** One loaded sheet at work: the grid, its tools, and the draft that saves itself. */
export function PriceDesk({ data, name, newTiers, onNewTier }: { data: PriceSheet; name: string; newTiers: readonly NewTier[]; onNewTier: (tier: NewTier) => Promise<unknown> }) {
  const t = useTranslations('prices.sheet');
  const locale = useLocale();
  const { formula } = useBookWords(data.marketCode, data.currency);
  const store = useMemo(
    () => new SheetStore(marketSheet(data, { locale, sku: t('sku'), product: t('product'), cost: t('cost'), margin: t('margin'), tier: (book, fromMilli) => t('tier', { book, quantity: fromMilli / 1000 }), formula }, newTiers)),
    // The words of one visit: a new function of the same words must not throw away what is not saved yet.
    [data, locale, t, newTiers], // eslint-disable-line react-hooks/exhaustive-deps
  );
  const saver = useMemo(
    () => new DraftSaver(store, ({ bookId, request }) => saveDraft(bookId, request)),
    [store],
  );
  useEffect(() => saver.watch(), [saver]);
  const saving = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  useLeaveWarning(saving.kind === 'failed' || saving.kind === 'saving');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const gridLabels = useGridLabels(name);
  const statusLabels = useStatusLabels();
  return (
    <>
      <PriceDeskHeader data={data} name={name} store={store} saver={saver} />
      <SaveNote state={saving} onRetry={() => void saver.flush()} />
      <SheetToolbar store={store} onKeys={() => setHelpOpen(true)}><AddTier data={data} onAdd={async (tier) => (await saver.flush()) && onNewTier(tier)} /></SheetToolbar>
      <div className={styles.sheet}>
        <PriceGrid store={store} labels={gridLabels} onHelp={() => setHelpOpen(true)}>
          <StatusBar store={store} labels={statusLabels} errorLabel={gridLabels.error} derivedLabel={gridLabels.derived} />
        </PriceGrid>
      </div>
      <KeysDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </>
  );
}

/** The browser asks before the tab goes away with changes that the server does not have. */
function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
