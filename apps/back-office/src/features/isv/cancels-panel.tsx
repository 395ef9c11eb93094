'use client';
import { useQuery } from '@tanstack/react-query';
import type { CancelledOrdersAnswer, IsvObservatory } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, Panel, Skeleton, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useDirectory } from '../../directory';
import { ScreenError } from '../../screen-error';
import styles from './isv.module.css';
import { cancelledOrders } from './isv-queries';
import { useIsvFormat } from './use-isv-format';

type Rate = IsvObservatory['cancels'][number];

/** Orders that we cancelled before they were fulfilled, by channel, against the line that marketplaces draw. */
export function CancelsPanel({ cancels, limitBasisPoints }: { cancels: Rate[]; limitBasisPoints: number }) {
  const t = useTranslations('isv.cancels');
  const format = useFormatter();
  const known = useDirectory();
  const { percent } = useIsvFormat();
  const [shown, setShown] = useState<string | null>(null);
  const limit = percent(limitBasisPoints);
  const nameOf = (channelCode: string) => known?.channels.find(({ code }) => code === channelCode)?.name ?? channelCode;
  const columns: DataColumn<Rate>[] = [
    { id: 'channel', header: t('channel'), isRowHeader: true, cell: (row) => nameOf(row.channelCode) },
    { id: 'orders', header: t('orders'), align: 'end', cell: (row) => format.number(row.orders) },
    { id: 'cancelled', header: t('cancelled'), align: 'end', cell: (row) => format.number(row.cancelled) },
    { id: 'rate', header: t('rate'), align: 'end', cell: (row) => <>{row.rateBasisPoints > limitBasisPoints ? <Tag tone="blocked">{t('above', { limit })}</Tag> : <Tag tone="done">{t('below', { limit })}</Tag>} {percent(row.rateBasisPoints)}</> },
    {
      id: 'act', header: <span className="os-hidden">{t('list')}</span>, align: 'end',
      cell: (row) => (row.cancelled === 0 ? null : <Button size="small" variant="quiet" aria-expanded={shown === row.channelCode} aria-label={`${t(shown === row.channelCode ? 'hide' : 'show')}: ${nameOf(row.channelCode)}`} onPress={() => setShown(shown === row.channelCode ? null : row.channelCode)}>{t(shown === row.channelCode ? 'hide' : 'show')}</Button>),
    },
  ];
  return (
    <div id="cancels">
      <Panel title={t('title')}>
        <p className={styles.lead}>{t('lead', { limit })}</p>
        <DataTable caption={t('title')} columns={columns} rows={cancels} rowKey={(row) => row.channelCode} empty={<p>{t('none')}</p>} />
        {shown === null ? null : <CancelledOrders channel={shown} />}
      </Panel>
    </div>
  );
}

function CancelledOrders({ channel }: { channel: string }) {
  const t = useTranslations('isv.cancels');
  const { time } = useIsvFormat();
  const { data, error, refetch } = useQuery(cancelledOrders(channel));
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  const columns: DataColumn<CancelledOrdersAnswer['items'][number]>[] = [
    { id: 'order', header: t('order'), isRowHeader: true, cell: (row) => <Link href={`/orders/${row.id}`}>{row.number}</Link> },
    { id: 'placed', header: t('placed'), cell: (row) => time(row.placedAt) },
    { id: 'cancelled', header: t('cancelled'), cell: (row) => time(row.cancelledAt) },
    { id: 'reason', header: t('reason'), cell: (row) => (row.reason === '' ? t('noReason') : row.reason) },
  ];
  return (
    <>
      <DataTable caption={t('list')} columns={columns} rows={data.items} rowKey={(row) => row.id} empty={<p>{t('noOrders')}</p>} />
      {data.items.length >= 100 ? <p className={styles.note}>{t('newest')}</p> : null}
    </>
  );
}
