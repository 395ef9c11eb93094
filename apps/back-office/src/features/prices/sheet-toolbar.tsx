'use client';
import { Button, ChipGroup, IconButton, SearchField } from '@oneshelf/ui';
import { Keyboard, Redo2, Undo2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useUrlState } from '../../use-url-state';
import styles from './prices.module.css';
import { AdjustBar } from './sheet/adjust-bar';
import type { SheetStore } from './sheet/sheet-store';
import { useAdjustLabels } from './use-sheet-labels';

const FIRST_VERSION = (): number => 0;

/** Search, filters, undo and redo, and the rule for the selection. Search and filter live in the URL. */
export function SheetToolbar({ store, onKeys, children }: { store: SheetStore; onKeys: () => void; children?: ReactNode }) {
  const t = useTranslations('prices.sheet');
  const format = useFormatter();
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const [search, setSearch] = useUrlState('q', '');
  const [show, setShow] = useUrlState('show', '');
  const [without, setWithout] = useUrlState('without', '');
  const adjustLabels = useAdjustLabels();
  useEffect(() => {
    store.setFilter({ search, changed: show === 'changed', toFix: show === 'toFix', belowCost: show === 'belowCost', withoutPriceIn: without === '' ? null : without });
  }, [store, search, show, without]);
  const clear = () => { setSearch(''); setShow(''); setWithout(''); };
  const priced = store.allColumns.filter((column) => column.kind === 'price');
  const { changedCount, toFixCount } = store.cells;
  return (
    <>
      <div className={styles.tools}>
        <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={search} onChange={setSearch} />
        <ChipGroup
          label={t('filters')} canBeEmpty tone="changed" value={show === '' ? null : show} onChange={(id) => setShow(id ?? '')}
          chips={[{ id: 'changed', label: t('changed'), count: count(format.number, changedCount) }, { id: 'toFix', label: t('toFix'), count: count(format.number, toFixCount) }, { id: 'belowCost', label: t('belowCost') }]}
        />
        <select className={styles.without} aria-label={t('without')} value={without} onChange={(event) => setWithout(event.target.value)}>
          <option value="">{t('withoutAny')}</option>
          {priced.map((column) => <option key={column.columnId} value={column.columnId}>{t('withoutIn', { column: column.title })}</option>)}
        </select>
        <div className={styles.toolGroup}>
          <IconButton label={t('keys')} icon={<Keyboard size={18} aria-hidden="true" />} onPress={onKeys} />
          <IconButton label={t('undo')} icon={<Undo2 size={18} aria-hidden="true" />} isDisabled={!store.canUndo} onPress={() => store.undo()} />
          <IconButton label={t('redo')} icon={<Redo2 size={18} aria-hidden="true" />} isDisabled={!store.canRedo} onPress={() => store.redo()} />
          {children}
          <AdjustBar store={store} labels={adjustLabels} />
        </div>
      </div>
      {store.size.rows === 0 && store.rows.length > 0 ? <p role="status">{t('noMatch', { total: store.rows.length })} <Button variant="quiet" size="small" onPress={clear}>{t('clearFilter')}</Button></p> : null}
    </>
  );
}

const count = (write: (value: number) => string, value: number): string | undefined => (value === 0 ? undefined : write(value));
