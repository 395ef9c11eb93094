'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useDirectory } from '../../../directory';
import { ScreenError } from '../../../screen-error';
import { PromotionActs } from '../promotion-acts';
import { promotionDetail, promotionList } from '../promotions-api';
import styles from '../promotions.module.css';
import { useMarkets } from '../use-markets';
import { draftOf, emptyDraft, type PromotionDraft } from './promotion-draft';
import { PromotionBuilder } from './promotion-builder';

/** Makes a promotion, or edits the one of this id; `?from=` begins with another one. */
export function PromotionBuilderScreen({ id }: { id?: string }) {
  const t = useTranslations('promotion-desk.builder');
  const from = useSearchParams().get('from');
  const source = id ?? from;
  const known = useDirectory();
  const list = useQuery(promotionList);
  const detail = useQuery({ ...promotionDetail(source ?? ''), enabled: source !== null });
  const { markets, timeZone } = useMarkets();
  const [nowMs] = useState(() => Date.now());
  const error = list.error ?? detail.error;
  const isReady = known !== undefined && list.data !== undefined && (source === null || detail.data !== undefined);
  const promotion = id === undefined ? null : (detail.data?.promotion ?? null);
  const initial = (): PromotionDraft => {
    const [market] = markets;
    if (detail.data === undefined || source === null) return emptyDraft(market?.code ?? '', { zone: timeZone(market?.code ?? ''), nowMs });
    const draft = draftOf(detail.data.promotion, timeZone(detail.data.promotion.marketCode));
    return { ...draft, name: id === undefined ? t('copyOf', { name: draft.name }) : draft.name, names: Object.fromEntries(detail.data.names.map(({ id: named, title }) => [named, title])) };
  };
  return (
    <div className={styles.stack}>
      <TicketHeader
        title={promotion === null ? t('newTitle') : promotion.name} description={promotion === null ? t('newDescription') : t(`state.${promotion.state}`)}
        crumbs={[{ label: t('crumb'), href: '/promotions' }, { label: promotion === null ? t('newTitle') : promotion.name }]} crumbsLabel={t('crumbs')}
      />
      {error ? <ScreenError error={error} onRetry={() => { void list.refetch(); void detail.refetch(); }} /> : null}
      {!isReady && !error ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={120} lines={3} /></div> : null}
      {isReady && list.data ? (
        <PromotionBuilder
          key={`${source ?? 'new'} ${promotion?.release ?? ''}`} initial={initial()} draftKey={id ?? (from === null ? 'new' : `from-${from}`)} promotion={promotion} collections={list.data.collections}
          acts={promotion === null ? undefined : <PromotionActs promotion={promotion} />}
        />
      ) : null}
    </div>
  );
}
