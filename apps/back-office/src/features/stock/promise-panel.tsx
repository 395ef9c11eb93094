'use client';
import { useQuery } from '@tanstack/react-query';
import type { StockPromisesAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Panel, Skeleton, Tag } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { PolicyDialog } from './policy-dialog';
import styles from './stock.module.css';
import { promisesOf } from './stock-queries';
import { usePlaceName } from './use-place-name';
import { useStockUnit } from './stock-unit';

type Expected = StockPromisesAnswer['expected'][number];
type Promised = StockPromisesAnswer['promises'][number];

/** What may be sold of this product before it is there, what comes, and whom it is promised to. */
export function PromisePanel({ variantId, mayEdit }: { variantId: string; mayEdit: boolean }) {
  const t = useTranslations('stock.promises');
  const { data, error, refetch } = useQuery(promisesOf(variantId));
  const [isEditing, setEditing] = useState(false);
  return (
    <Panel title={t('title')} aside={mayEdit && data ? <Button size="small" onPress={() => setEditing(true)}>{t('policy.open')}</Button> : undefined}>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Promises answer={data} /> : error ? null : <Skeleton lines={3} height={24} />}
      {isEditing && data ? <PolicyDialog variantId={variantId} policies={data.policies} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}

function Promises({ answer }: { answer: StockPromisesAnswer }) {
  const t = useTranslations('stock.promises');
  const locale = useLocale();
  const unit = useStockUnit();
  const day = useDay();
  const placeName = usePlaceName();
  const quantity = (milli: number) => formatQuantity(milli, locale, unit);
  const expected: DataColumn<Expected>[] = [
    { id: 'on', header: t('on'), cell: (row) => day(row.expectedOn) },
    { id: 'place', header: t('at'), cell: (row) => placeName(row.locationId) },
    { id: 'source', header: t('by'), cell: (row) => t(`sources.${row.sourceKind === 'purchase_order' || row.sourceKind === 'transfer' ? row.sourceKind : 'manual'}`) },
    { id: 'quantity', header: t('quantity'), align: 'end', cell: (row) => quantity(row.quantityMilli) },
  ];
  return (
    <div className={styles.form}>
      <ul>
        {answer.policies.length === 0 ? <li>{t('policy.none')}</li> : null}
        {answer.policies.map((policy) => (
          <li key={policy.channelCode ?? ''}>
            <strong>{policy.channelCode ?? t('policy.all')}</strong>: {t(`policy.kinds.${policy.kind}`)}
            {policy.kind === 'stop' ? null : <> · {policy.limitMilli === null ? t('policy.promised', { promised: quantity(policy.promisedMilli) }) : t('policy.promisedOf', { promised: quantity(policy.promisedMilli), limit: quantity(policy.limitMilli) })}</>}
            {policy.availableOn === null || policy.kind === 'stop' ? null : <> · {t('policy.from', { day: day(policy.availableOn) })}</>}
          </li>
        ))}
      </ul>
      <p>{answer.promisable.map(({ on, quantityMilli }, index) => (index === 0 ? t('promisableNow', { quantity: quantity(quantityMilli) }) : t('promisable', { day: day(on), quantity: quantity(quantityMilli) }))).join(' · ')}</p>
      <DataTable caption={t('expected')} columns={expected} rows={answer.expected} rowKey={(row) => `${row.sourceId}-${row.locationId}-${row.expectedOn}`} empty={<p>{t('noExpected')}</p>} />
      <PromiseTable rows={answer.promises} />
    </div>
  );
}

function PromiseTable({ rows }: { rows: Promised[] }) {
  const t = useTranslations('stock.promises');
  const locale = useLocale();
  const unit = useStockUnit();
  const columns: DataColumn<Promised>[] = [
    { id: 'order', header: t('order'), cell: (row) => <Link href={`/orders/${row.orderId}`}>{t('openOrder')}</Link> },
    { id: 'until', header: t('until'), cell: (row) => <PromisedDay promise={row} /> },
    { id: 'kind', header: t('kind'), cell: (row) => t(`policy.kinds.${row.kind}`) },
    { id: 'quantity', header: t('quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale, unit) },
  ];
  return <DataTable caption={t('promised')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={<p>{t('noPromised')}</p>} />;
}

/** The day that the shopper was told; late in words, not in colour alone. */
export function PromisedDay({ promise }: { promise: Pick<Promised, 'expectedOn' | 'isLate'> }) {
  const t = useTranslations('stock.promises');
  const day = useDay();
  if (promise.expectedOn === null) return <>{t('someday')}</>;
  return <>{day(promise.expectedOn)} {promise.isLate ? <Tag tone="blocked">{t('late')}</Tag> : null}</>;
}

/** A day of the calendar: the same wherever it is read. */
function useDay(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
}
