'use client';
import type { PriceSheet } from '@oneshelf/contracts';
import { Button, NumberField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../shell/later-overlay';
import styles from './prices.module.css';
import type { NewTier } from './sheet/market-sheet';

/** A column for the price from a quantity on: which book, from how many. */
export function AddTier({ data, onAdd }: { data: PriceSheet; onAdd: (tier: NewTier) => Promise<unknown> }) {
  const t = useTranslations('prices.addTier');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const books = data.columns.filter((column) => column.fromMilli === 0);
  const [bookId, setBookId] = useState(books[0]?.bookId ?? null);
  const [units, setUnits] = useState(6);
  const [isPending, setPending] = useState(false);
  const fromMilli = Math.round(units * 1000);
  const isThere = data.columns.some((column) => column.bookId === bookId && column.fromMilli === fromMilli);
  const isValid = fromMilli > 1000 && fromMilli <= 10_000_000;
  const add = async () => {
    if (bookId === null) return;
    setPending(true);
    await onAdd({ bookId, fromMilli });
    setPending(false);
    setOpen(false);
  };
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)}>{t('open')}</Button>
      <Dialog
        isOpen={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}
        footer={<><Button onPress={() => setOpen(false)}>{t('cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={isThere || !isValid || bookId === null} onPress={() => void add()}>{t('add')}</Button></>}
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
