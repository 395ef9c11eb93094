'use client';
import { useQuery } from '@tanstack/react-query';
import type { StockSeries } from '@oneshelf/contracts';
import { DataTable, formatQuantity, Panel, Skeleton } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { StepChart } from './step-chart';
import styles from './stock.module.css';
import { stockSeries } from './stock-queries';
import type { StockView } from './use-stock-view';
import { useStockUnit } from './stock-unit';

const DAYS = 90;

/** The chosen number at the end of each of the last days, as a line and, for whoever wants figures, as a table. */
export function SeriesPanel({ variantId, view }: { variantId: string; view: StockView }) {
  const t = useTranslations('stock');
  const { data, error, refetch } = useQuery(stockSeries(variantId, { number: view.number, locationId: view.locationId, days: DAYS }));
  return (
    <Panel title={t('series.title', { number: t(`number.${view.number}`), days: DAYS })}>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Series series={data} /> : error ? null : <Skeleton lines={3} height={40} />}
    </Panel>
  );
}

function Series({ series: { points, number } }: { series: StockSeries }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const format = useFormatter();
  const dayOf = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const quantity = (milli: number) => formatQuantity(milli, locale, unit);
  const quantities = points.map((point) => point.quantityMilli);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const label = t('series.summary', { number: t(`number.${number}`), from: quantity(first.quantityMilli), to: quantity(last.quantityMilli), least: quantity(Math.min(...quantities)), most: quantity(Math.max(...quantities)) });
  return (
    <>
      <StepChart label={label} points={points.map((point) => ({ label: dayOf(point.day), value: point.quantityMilli }))} format={(milli) => formatQuantity(milli, locale)} />
      <details className={styles.twin}>
        <summary>{t('series.table')}</summary>
        <DataTable
          caption={label}
          columns={[
            { id: 'day', header: t('series.day'), cell: (point) => dayOf(point.day) },
            { id: 'quantity', header: t(`number.${number}`), align: 'end', cell: (point) => quantity(point.quantityMilli) },
          ]}
          rows={[...points].reverse()}
          rowKey={(point) => point.day}
        />
      </details>
    </>
  );
}
