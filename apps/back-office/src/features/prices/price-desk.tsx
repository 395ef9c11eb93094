'use client';
import type { PriceSheet } from '@oneshelf/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api } from '../../api';
import { DraftSaver } from './draft-saver';
import { KeysDialog } from './keys-dialog';
import { PriceDeskHeader } from './price-desk-header';
import styles from './prices.module.css';
import { SaveNote } from './save-note';
import { SheetToolbar } from './sheet-toolbar';
import { marketSheet } from './sheet/market-sheet';
import { PriceGrid } from './sheet/price-grid';
import { SheetStore } from './sheet/sheet-store';
import { StatusBar } from './sheet/status-bar';
import { useGridLabels, useStatusLabels } from './use-sheet-labels';

/** One loaded sheet at work: the grid, its tools, and the draft that saves itself. */
export function PriceDesk({ data, name }: { data: PriceSheet; name: string }) {
  const t = useTranslations('prices.sheet');
  const locale = useLocale();
  const store = useMemo(
    () => new SheetStore(marketSheet(data, { locale, sku: t('sku'), product: t('product'), cost: t('cost'), margin: t('margin') })),
    [data, locale, t],
  );
  const saver = useMemo(
    () => new DraftSaver(store, ({ bookId, request }) => api.patch('/api/price-books/{id}/draft', { params: { path: { id: bookId } }, body: request })),
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
      <SheetToolbar store={store} onKeys={() => setHelpOpen(true)} />
      <div className={styles.sheet}>
        <PriceGrid store={store} labels={gridLabels} onHelp={() => setHelpOpen(true)}>
          <StatusBar store={store} labels={statusLabels} errorLabel={gridLabels.error} />
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
