'use client';
import type { PriceSheetTable } from '@oneshelf/contracts';
import { Button, Notice } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { AddTier } from './add-tier';
import { ColumnsDialog } from './columns-dialog';
import { ClashNotice } from './clash-notice';
import { KeysDialog } from './keys-dialog';
import { PriceDeskHeader } from './price-desk-header';
import styles from './prices.module.css';
import { ReferencePricesDialog } from './reference-prices-dialog';
import { SaveNote } from './save-note';
import { SheetToolbar } from './sheet-toolbar';
import { PriceGrid } from './sheet/price-grid';
import { StatusBar } from './sheet/status-bar';
import type { SheetStore } from './sheet/sheet-store';
import { usePriceDesk } from './use-price-desk';
import { useSheetLayout } from './use-sheet-layout';
import { useGridLabels, useStatusLabels } from './use-sheet-labels';

const FIRST_VERSION = (): number => 0;

/** One loaded sheet at work: the grid, its tools, the draft that saves itself, and what others do in it meanwhile. */
export function PriceDesk({ data, name, onReload }: { data: PriceSheetTable; name: string; onReload: () => void }) {
  const t = useTranslations('prices.sheet');
  const { store, saver, saving, company, addTier } = usePriceDesk(data);
  useLeaveWarning(store, saving.kind === 'failed' || saving.kind === 'saving');
  const layout = useSheetLayout(store, data.marketCode);
  // What is not saved yet goes out first: another sheet begins.
  const readAgain = () => void saver.flush().then((isSaved) => { if (isSaved) onReload(); });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const gridLabels = useGridLabels(name);
  const statusLabels = useStatusLabels();
  return (
    <>
      <PriceDeskHeader data={data} name={name} store={store} saver={saver} company={company} />
      <SaveNote state={saving} onRetry={() => void saver.flush()} />
      {company.isOutdated ? <Notice tone="info" actions={<Button size="small" onPress={readAgain}>{t('readAgain')}</Button>}>{t('outdated')}</Notice> : null}
      <ClashNotice store={store} />
      <SheetToolbar store={store} onKeys={() => setHelpOpen(true)}><AddTier data={data} store={store} onAdd={addTier} /><ColumnsDialog store={store} onView={layout.setView} /><ReferencePricesDialog market={data.marketCode} onTaken={readAgain} /></SheetToolbar>
      <div className={styles.sheet}>
        <PriceGrid store={store} labels={gridLabels} widths={layout.widths} onWidths={layout.setWidths} onHelp={() => setHelpOpen(true)}>
          <StatusBar store={store} labels={statusLabels} gridLabels={gridLabels} />
        </PriceGrid>
      </div>
      <KeysDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </>
  );
}

/** The browser asks before the tab goes away with changes that the server does not have. */
function useLeaveWarning(store: SheetStore, isOnItsWay: boolean): void {
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const isUnsaved = isOnItsWay || store.sync.clashes.size > 0;
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
