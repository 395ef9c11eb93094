'use client';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Button, ChipGroup, EmptyState, Notice, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { Printer } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '../../../api';
import { useDirectory } from '../../../directory';
import { ScreenError } from '../../../screen-error';
import { useUrlState } from '../../../use-url-state';
import { useMarket } from '../use-market';
import styles from './labels.module.css';
import { ShelfLabel } from './shelf-label';

const shelfLabels = (market: string, { release, location }: { release: number; location: string }) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/shelf-labels', { params: { path: { market }, query: { release, location } } }), enabled: release > 0 && location !== '', placeholderData: keepPreviousData });

/** The labels that a release made wrong in a store, ready to print. */
export function ShelfLabelsScreen({ market }: { market: string }) {
  const t = useTranslations('price-review.labels');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const { name } = useMarket(market);
  const known = useDirectory();
  const locale = known?.markets.find(({ code }) => code === market)?.locale ?? 'en-GB';
  const stores = (known?.locations ?? []).filter((place) => place.marketCode === market && place.kind === 'store');
  const [asked] = useUrlState('release', '');
  const [chosen, setStore] = useUrlState('store', '');
  const [layout, setLayout] = useUrlState('layout', 'a4');
  const release = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 0;
  const store = chosen === '' ? (stores[0]?.id ?? '') : chosen;
  const { data, error, refetch } = useQuery(shelfLabels(market, { release, location: store }));
  const count = data?.labels.length ?? 0;
  return (
    <div className={styles.screen}>
      <div className={styles.frame}>
        <TicketHeader
          crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: name, href: `/prices/${market}` }, { label: t('crumb') }]} title={t('title')} description={t('description')}
          facts={release === 0 ? undefined : [{ label: t('release'), value: format.number(release) }]}
          actions={<Button variant="primary" icon={<Printer size={18} aria-hidden="true" />} isDisabled={count === 0} onPress={() => window.print()}>{t('print', { count })}</Button>}
        />
        <div className={styles.bar}>
          <Select label={t('store')} options={stores.map(({ id, name: label }) => ({ id, label }))} value={store === '' ? null : store} onChange={setStore} />
          <ChipGroup label={t('layout')} chips={(['a4', 'roll'] as const).map((id) => ({ id, label: t(id) }))} value={layout === 'roll' ? 'roll' : 'a4'} onChange={(id) => setLayout(id ?? 'a4')} />
        </div>
        {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
        {data === undefined && error === null && release > 0 ? <Skeleton height={90} lines={4} /> : null}
        {data !== undefined && data.total > count ? <Notice tone="waiting">{t('cut', { total: format.number(data.total), count: format.number(count) })}</Notice> : null}
        {release === 0 || (data !== undefined && count === 0) ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      </div>
      {data === undefined || count === 0 ? null : <ul className={styles.sheet} data-layout={layout === 'roll' ? 'roll' : 'a4'} aria-label={t('preview')}>{data.labels.map((label) => <ShelfLabel key={label.variantId} label={label} currency={data.currency} locale={locale} />)}</ul>}
    </div>
  );
}
