'use client';
import { useQuery } from '@tanstack/react-query';
import type { ListingsAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Panel, Skeleton, Tag } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { signedInUser } from '../../signed-in-user';
import { CapDialog } from './cap-dialog';
import { listingsOf } from './stock-queries';

const BECAUSE = { pool: 'because', cap: 'becauseOfCap', closed: 'becauseClosed' } as const;

type Listing = ListingsAnswer['items'][number];

/** What each marketplace should show, what it took last, and the buffer between. */
export function ListingPanel({ variantId }: { variantId: string }) {
  const t = useTranslations('stock.listing');
  const { data, error, refetch } = useQuery(listingsOf(variantId));
  return (
    <Panel title={t('title')}>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data ? <ListingTable listings={data.items} /> : error ? null : <Skeleton lines={2} />}
    </Panel>
  );
}

function ListingTable({ listings }: { listings: Listing[] }) {
  const t = useTranslations('stock.listing');
  const locale = useLocale();
  const format = useFormatter();
  const { data: places } = useQuery(directory);
  const { data: user } = useQuery(signedInUser);
  const [capped, setCapped] = useState<Listing | null>(null);
  const mayCap = (user?.grants ?? []).some(({ role }) => role === 'admin' || role === 'operations');
  const columns: DataColumn<Listing>[] = [
    { id: 'channel', header: t('channel'), cell: (row) => places?.channels.find((channel) => channel.code === row.channelCode)?.name ?? row.channelCode },
    { id: 'sku', header: t('sku'), cell: (row) => row.sku },
    {
      id: 'shown',
      header: t('shown'),
      cell: (row) =>
        row.fulfilledBy === 'marketplace'
          ? t('ownStock', { units: row.marketplaceStock?.fulfillable ?? 0 })
          : t(BECAUSE[row.decidedBy], { units: row.exposedUnits, available: formatQuantity(row.availableMilli, locale), buffer: formatQuantity(row.bufferMilli, locale), cap: row.capUnits ?? 0 }),
    },
    { id: 'accepted', header: t('accepted'), align: 'end', cell: (row) => (row.acknowledgedUnits === null ? '–' : format.number(row.acknowledgedUnits)) },
    {
      id: 'cap', header: t('cap.column'), align: 'end',
      cell: (row) => (
        <>
          {row.fulfilledBy === 'marketplace' ? '–' : row.capUnits === null ? t('cap.none') : format.number(row.capUnits)}{' '}
          {mayCap && row.fulfilledBy === 'merchant' ? <Button size="small" variant="quiet" onPress={() => setCapped(row)} aria-label={t('cap.named', { sku: row.sku })}>{t('cap.open')}</Button> : null}
        </>
      ),
    },
    { id: 'state', header: t('state'), cell: (row) => <ListingState listing={row} /> },
  ];
  return (
    <>
      <DataTable caption={t('title')} columns={columns} rows={listings} rowKey={(row) => row.id} empty={<p>{t('none')}</p>} />
      {capped ? <CapDialog listing={capped} onClose={() => setCapped(null)} /> : null}
    </>
  );
}

function ListingState({ listing }: { listing: Listing }) {
  const t = useTranslations('stock.listing');
  const format = useFormatter();
  if (listing.fulfilledBy === 'marketplace') {
    return <>{listing.marketplaceStock ? t('readAt', { at: format.dateTime(new Date(listing.marketplaceStock.readAt), { dateStyle: 'medium', timeStyle: 'short' }) }) : t('neverRead')}</>;
  }
  if (listing.failure !== null) return <><Tag tone="blocked">{t('failed')}</Tag> {listing.failure}</>;
  if (listing.waiting) return <Tag tone="waiting">{t('waiting')}</Tag>;
  return <><Tag tone="done">{t('upToDate')}</Tag> {listing.pushedAt ? format.dateTime(new Date(listing.pushedAt), { dateStyle: 'medium', timeStyle: 'medium' }) : null}</>;
}
