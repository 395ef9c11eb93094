'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, LinkButton, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { PriceDesk } from './price-desk';
import { priceSheet } from './price-queries';
import { useMarket } from './use-market';

/** The price sheet of a market: every book a column, every change a draft. */
export function PriceSheetScreen({ market }: { market: string }) {
  const t = useTranslations('prices');
  const shell = useTranslations('shell');
  const { data, error, dataUpdatedAt, refetch } = useQuery(priceSheet(market));
  const { name } = useMarket(market);
  if (data !== undefined && data.columns.length > 0) return <PriceDesk key={dataUpdatedAt} data={data} name={name} onReload={() => void refetch()} />;
  const isMissing = data !== undefined || (error instanceof ApiProblem && (error.code === 'unknown_market' || error.code === 'invalid_input'));
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/prices' }, { label: name }]} title={name} />
      {isMissing ? <EmptyState title={t('missing.title')} action={<LinkButton href="/prices">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState> : null}
      {error && !isMissing ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={30} lines={12} /></div> : null}
    </>
  );
}
