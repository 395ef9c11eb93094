'use client';
import type { PriceSheetTable } from '@oneshelf/contracts';
import { Button, NumberField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../shell/later-overlay';
import styles from './prices.module.css';
import { columnId, type NewTier } from './sheet/market-sheet';
import type { SheetStore } from './sheet/sheet-store';

/** A column for the price from a quantity on: which book, from how many. */
export function AddTier({ data, store, onAdd }: { data: PriceSheetTable; store: SheetStore; onAdd: (tier: NewTier) => void }) {
  const t = useTranslations('prices.addTier');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const books = data.columns.filter((column) => column.fromMilli === 0);
  const [bookId, setBookId] = useState(books[0]?.bookId ?? null);
  const [units, setUnits] = useState(6);
  const fromMilli = Math.round(units * 1000);
  const isThere = bookId !== null && store.allColumns.some((column) => column.columnId === columnId({ bookId, fromMilli }));
  const isValid = fromMilli > 1000 && fromMilli <= 10_000_000;
  const add = () => {
    if (bookId !== null) onAdd({ bookId, fromMilli });
    setOpen(false);
  };
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)}>{t('open')}</Button>
      <Dialog
        isOpen={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}
        footer={<><Button onPress={() => setOpen(false)}>{t('cancel')}</Button><Button variant="primary" isDisabled={isThere || !isValid || bookId === null} onPress={add}>{t('add')}</Button></>}
      >
        <div className={styles.form}>
          <p>{t('text')}</p>
          <Select label={t('book')} options={books.map((column) => ({ id: column.bookId, label: column.name }))} value={bookId} onChange={setBookId} />
          <NumberField label={t('units')} value={units} onChange={setUnits} minValue={0} maxValue={10_000} {...(isThere ? { error: t('there') } : isValid ? {} : { error: t('tooFew') })} />
        </div>
      </Dialog>
    </>
  );
}
