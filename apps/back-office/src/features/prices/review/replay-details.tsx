'use client';
import type { PricePrediction } from '@oneshelf/contracts';
import { DataTable, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './review.module.css';
import { useFigures } from './use-figures';

type Mover = PricePrediction['movers'][number];
type Week = PricePrediction['byWeek'][number];

/** The products that move most, and the weeks one by one. */
export function ReplayDetails({ prediction, currency }: { prediction: PricePrediction; currency: string }) {
  const t = useTranslations('price-review.replay');
  const format = useFormatter();
  const figures = useFigures(currency);
  const sums: DataColumn<Mover | Week>[] = [
    { id: 'revenueNow', header: `${t('revenue')}, ${t('now')}`, align: 'end', cell: (row) => figures.money(row.before.revenueMinor) },
    { id: 'revenueNew', header: t('new'), align: 'end', cell: (row) => <strong>{figures.money(row.after.revenueMinor)}</strong> },
    { id: 'marginMove', header: t('margin'), align: 'end', cell: (row) => figures.moneyMove(row.after.marginMinor - row.before.marginMinor) },
    { id: 'share', header: t('share'), align: 'end', cell: (row) => `${figures.share(row.before.marginBasisPoints)} → ${figures.share(row.after.marginBasisPoints)}` },
  ];
  const movers: DataColumn<Mover>[] = [
    { id: 'product', header: t('product'), cell: (row) => <>{row.title}<small>{row.sku}</small></> },
    { id: 'units', header: t('units'), align: 'end', cell: (row) => figures.units(row.before.unitsMilli) }, ...sums,
  ];
  const weeks: DataColumn<Week>[] = [
    { id: 'week', header: t('week'), cell: (row) => format.dateTime(new Date(`${row.week}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }) },
    { id: 'units', header: t('units'), align: 'end', cell: (row) => figures.units(row.before.unitsMilli) }, ...sums,
  ];
  return (
    <div className={styles.stack}>
      <h3>{t('movers')}</h3>
      <DataTable caption={t('movers')} columns={movers} rows={prediction.movers} rowKey={(row) => row.variantId} />
      <h3>{t('byWeek')}</h3>
      <DataTable caption={t('byWeek')} columns={weeks} rows={prediction.byWeek} rowKey={(row) => row.week} />
      <p className={styles.hint}>{t('held')}</p>
    </div>
  );
}
