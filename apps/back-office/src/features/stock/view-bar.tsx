'use client';
import type { StockDetailAnswer } from '@oneshelf/contracts';
import { Button, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import styles from './stock.module.css';
import { ALL, NUMBERS, type StockView } from './use-stock-view';
import { usePlaceName } from './use-place-name';

/** Of when, of which number and of which place the page speaks. */
export function ViewBar({ detail, view }: { detail: StockDetailAnswer; view: StockView }) {
  const t = useTranslations('stock');
  const placeName = usePlaceName();
  const isFuture = view.typedAt !== '' && view.at === null;
  return (
    <div className={styles.view}>
      <TextField type="datetime-local" label={t('asOf.label', { zone: view.zone })} value={view.typedAt} onChange={view.setTypedAt} error={isFuture ? t('asOf.future') : undefined} />
      {view.typedAt === '' ? null : <Button onPress={() => view.setTypedAt('')}>{t('asOf.now')}</Button>}
      <Select label={t('column.number')} options={NUMBERS.map((id) => ({ id, label: t(`number.${id}`) }))} value={view.number} onChange={view.setNumber} />
      <Select label={t('location')} options={[{ id: ALL, label: t('everywhere') }, ...detail.locations.map(({ locationId }) => ({ id: locationId, label: placeName(locationId) }))]} value={view.locationId ?? ALL} onChange={view.setLocation} />
    </div>
  );
}
