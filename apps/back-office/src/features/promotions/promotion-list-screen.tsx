'use client';
import { useQuery } from '@tanstack/react-query';
import type { PromotionList } from '@oneshelf/contracts';
import { EmptyState, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { PromotionSentence } from './promotion-sentence';
import { PromotionTable } from './promotion-table';
import { promotionList } from './promotions-api';

/** What is cheaper now and soon, and the sentence that makes a new one. */
export function PromotionListScreen() {
  const t = useTranslations('promotions');
  const format = useFormatter();
  const { data, error, refetch } = useQuery(promotionList);
  const inState = (state: PromotionList['items'][number]['state']) => format.number(data?.items.filter((item) => item.state === state).length ?? 0);
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} facts={data ? [{ label: t('running'), value: inState('running') }, { label: t('upcoming'), value: inState('upcoming') }] : undefined} />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={44} lines={4} /></div> : null}
      {data === undefined ? null : (
        <>
          <Panel title={t('create.title')}><PromotionSentence collections={data.collections} /></Panel>
          {data.items.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : <Panel><PromotionTable items={data.items} collections={data.collections} /></Panel>}
        </>
      )}
    </>
  );
}
