'use client';
import type { TracedUnits } from '@oneshelf/contracts';
import { readScan } from '@oneshelf/domain-barcodes';
import { Button, NumberField, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import styles from './purchasing.module.css';

export interface LotRow { code: string; expiresOn: string; pieces: number }

export const emptyLotRow = (pieces: number): LotRow => ({ code: '', expiresOn: '', pieces });

/** As the receipt takes them; a row without a lot says nothing. */
export const tracedOf = (rows: readonly LotRow[]): TracedUnits[] =>
  rows.filter((row) => row.code.trim() !== '' && row.pieces > 0).map((row) => ({ lotCode: row.code.trim(), quantityMilli: Math.round(row.pieces * 1000), ...(row.expiresOn === '' ? {} : { expiresOn: row.expiresOn }) }));

/** A scanned code brings lot and day; what is typed is the lot. */
function withCode(row: LotRow, text: string): LotRow {
  const scan = readScan(text, { today: new Date().toISOString().slice(0, 10) });
  return scan.lot === null ? { ...row, code: text } : { ...row, code: scan.lot, expiresOn: scan.expires ?? row.expiresOn };
}

/** The lots of one product that came. */
export function LotRows({ title, quantity, rows, onChange }: { title: string; quantity: string; rows: readonly LotRow[]; onChange: (rows: LotRow[]) => void }) {
  const t = useTranslations('lots.receive');
  const set = (index: number, row: LotRow): void => onChange(rows.map((one, place) => (place === index ? row : one)));
  return (
    <fieldset className={styles.told}>
      <legend>{t('title', { title })}</legend>
      <p>{t('hint', { quantity })}</p>
      {rows.map((row, index) => (
        <div key={index} className={styles.lot}>
          <TextField label={t('scan')} value={row.code} onChange={(text) => set(index, withCode(row, text))} maxLength={120} />
          <TextField label={t('expires')} type="date" value={row.expiresOn} onChange={(expiresOn) => set(index, { ...row, expiresOn })} />
          <NumberField label={t('quantity')} value={row.pieces} minValue={0} maxValue={1_000_000} onChange={(pieces) => set(index, { ...row, pieces: Number.isFinite(pieces) ? pieces : 0 })} />
          {rows.length > 1 ? <Button size="small" aria-label={t('remove', { lot: row.code === '' ? String(index + 1) : row.code })} onPress={() => onChange(rows.filter((_, place) => place !== index))}>×</Button> : null}
        </div>
      ))}
      <Button size="small" onPress={() => onChange([...rows, emptyLotRow(0)])}>{t('add')}</Button>
    </fieldset>
  );
}
