'use client';
import { Button, Checkbox, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Dialog } from '../../shell/later-overlay';
import styles from './prices.module.css';
import { arranged, GIVEN_VIEW, type ColumnView } from './sheet/column-view';
import type { SheetStore } from './sheet/sheet-store';

const FIRST_VERSION = (): number => 0;

/** Which columns are shown, in which order, and how many stay when the sheet scrolls sideways. */
export function ColumnsDialog({ store, onView }: { store: SheetStore; onView: (view: ColumnView) => void }) {
  const t = useTranslations('prices.columns');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const { view, allColumns } = store;
  const columns = arranged(allColumns, view.order).flatMap((index) => allColumns[index] ?? []);
  const move = (from: number, to: number) => {
    const order = columns.map((column) => column.columnId);
    const [moved] = order.splice(from, 1);
    if (moved !== undefined) order.splice(to, 0, moved);
    onView({ ...view, order });
  };
  const show = (columnId: string, isShown: boolean) => onView({ ...view, hidden: isShown ? view.hidden.filter((other) => other !== columnId) : [...view.hidden, columnId] });
  const freezes = [0, ...store.columns.map((_, index) => index + 1)].slice(0, 9);
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)}>{t('open')}</Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')} footer={<><Button onPress={() => onView(GIVEN_VIEW)}>{t('reset')}</Button><Button variant="primary" onPress={() => setOpen(false)}>{t('done')}</Button></>}>
        <ol className={styles.columns} aria-label={t('list')}>
          {columns.map((column, index) => (
            <li key={column.columnId}>
              <Checkbox isSelected={!view.hidden.includes(column.columnId)} isDisabled={column.kind === 'sku'} onChange={(isShown) => show(column.columnId, isShown)}>{column.title}</Checkbox>
              <span className={styles.toolGroup}>
                <Button size="small" aria-label={t('earlier', { column: column.title })} isDisabled={index === 0} onPress={() => move(index, index - 1)}>↑</Button>
                <Button size="small" aria-label={t('later', { column: column.title })} isDisabled={index === columns.length - 1} onPress={() => move(index, index + 1)}>↓</Button>
              </span>
            </li>
          ))}
        </ol>
        <Select label={t('frozen')} options={freezes.map((count) => ({ id: String(count), label: count === 0 ? t('frozenNone') : t('frozenUpTo', { column: store.columns[count - 1]?.title ?? '' }) }))} value={String(Math.min(store.frozenCount, 8))} onChange={(id) => onView({ ...view, frozen: Number(id) })} />
      </Dialog>
    </>
  );
}
