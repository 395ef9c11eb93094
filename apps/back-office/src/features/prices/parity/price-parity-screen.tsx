'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, LinkButton, Skeleton, TicketHeader } from '@oneshelf/ui';
import { Download } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../../screen-error';
import { useUrlState } from '../../../use-url-state';
import { useMarket } from '../use-market';
import { DriftPanel } from './drift-panel';
import { ParityFilters } from './parity-filters';
import { ParityMatrixSheet } from './parity-matrix-sheet';
import { ParityPlaces } from './parity-places';
import { type ParityFilter, priceParity } from './parity-queries';
import { ParityTable } from './parity-table';
import { useParityFilter } from './use-parity-filter';
import { useParityWords } from './use-parity-words';

/** What everything costs everywhere, and where a place asks for another price than the book. */
export function PriceParityScreen({ market }: { market: string }) {
  const t = useTranslations('parity');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const { name, timeZone } = useMarket(market);
  const state = useParityFilter(timeZone);
  const [from, setFrom] = useUrlState('from', '0');
  const [variantId, setVariantId] = useUrlState('sku', '');
  const offset = Number(from) || 0;
  const { data, error, refetch } = useQuery(priceParity(market, { ...state.filter, offset }));
  const words = useParityWords(market, data?.currency ?? 'GBP');
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: name, href: `/prices/${market}` }, { label: t('title') }]} title={t('title')}
        description={data === undefined ? t('description') : t(`moment.${data.moment}`, { when: words.when(data.at), book: data.bookVersion })}
        facts={data === undefined ? undefined : [
          { label: t('facts.drifts'), value: format.number(data.totals.drifts), tone: data.totals.drifts > 0 ? 'blocked' : 'done' },
          { label: t('facts.differing'), value: format.number(data.totals.differing), detail: t('facts.ofProducts', { count: data.totals.variants }) },
          { label: t('facts.contexts'), value: format.number(data.totals.contexts), detail: t('facts.contextsDetail') },
        ]}
        actions={<LinkButton href={`/api/markets/${market}/price-parity.csv?${searchOf(state.filter)}`} download={`price-parity-${market}.csv`} icon={<Download size={16} aria-hidden="true" />}>{t('csv')}</LinkButton>}
      />
      <ParityFilters market={market} state={state} data={data} />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={32} lines={8} /></div> : null}
      {data === undefined ? null : data.moment === 'live' ? (
        <>
          {state.show === 'differences' ? null : <DriftPanel key={searchOf(state.filter)} market={market} filter={state.filter} onOpen={setVariantId} />}
          <ParityPlaces market={market} data={data} />
        </>
      ) : <EmptyState title={t('places.notThen')}>{t('places.nowOnly')}</EmptyState>}
      {data === undefined ? null : <ParityTable market={market} data={data} offset={offset} onTurn={(next) => setFrom(String(next))} onOpen={setVariantId} />}
      <ParityMatrixSheet market={market} variantId={variantId} at={state.filter.at} onClose={() => setVariantId('')} />
    </>
  );
}

const searchOf = (filter: ParityFilter): string => new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)])).toString();
