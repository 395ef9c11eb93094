'use client';
import { useQuery } from '@tanstack/react-query';
import type { ChannelPoolAnswer } from '@oneshelf/contracts';
import { EmptyState, Panel, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { StockNav } from '../stock-work/stock-nav';
import { ApartPanel } from './apart-panel';
import { PoolEditor } from './pool-editor';
import styles from './pools.module.css';

/** What each channel may see of the one shelf: which places feed it, how much of each, what is withheld; and what it would see. */
export function PoolsScreen() {
  const t = useTranslations('pools');
  const pools = useQuery(apiQuery('/api/channel-pools'));
  const places = useQuery(directory);
  const [chosen, setChosen] = useUrlState('channel', '');
  const items: ChannelPoolAnswer[] = pools.data?.items ?? [];
  const ours = items.filter((pool) => pool.fulfilledBy === 'merchant');
  const pool = ours.find((one) => one.channelCode === chosen) ?? ours.find((one) => one.kind === 'marketplace') ?? ours[0];
  const error = pools.error ?? places.error;
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} crumbsLabel={t('crumbs')} crumbs={[{ label: t('stock'), href: '/stock' }, { label: t('title') }]} />
      <StockNav />
      {error ? <ScreenError error={error} onRetry={() => { void pools.refetch(); void places.refetch(); }} /> : null}
      {pools.isPending || places.isPending ? <Skeleton lines={8} height={32} /> : null}
      {pools.data && ours.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      {pool && places.data ? (
        <>
          <div className={styles.chooser}>
            <Select label={t('channel')} options={ours.map((one) => ({ id: one.channelCode, label: one.name, detail: t(`kind.${one.kind}`) }))} value={pool.channelCode} onChange={setChosen} />
          </div>
          <PoolEditor key={`${pool.channelCode}:${pool.version}`} pool={pool} locations={places.data.locations.filter((location) => location.kind !== 'marketplace')} />
        </>
      ) : null}
      {items.filter((one) => one.fulfilledBy === 'marketplace').map((one) => <Panel key={one.channelCode} title={t('apart.title', { channel: one.name })}><ApartPanel channelCode={one.channelCode} /></Panel>)}
    </>
  );
}
