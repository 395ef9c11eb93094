'use client';
import { useQuery } from '@tanstack/react-query';
import type { PromotionList } from '@oneshelf/contracts';
import { ChipGroup, EmptyState, LinkButton, Panel, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { PromotionCalendar } from './calendar/promotion-calendar';
import { ClashList } from './clash-list';
import { PromotionTable } from './promotion-table';
import { promotionList } from './promotions-api';
import styles from './promotions.module.css';
import { useMarkets } from './use-markets';

const views = ['list', 'calendar'] as const;

/** What is cheaper now and soon: as a list or on a calendar, and which of it meets on the same goods. */
export function PromotionListScreen() {
  const t = useTranslations('promotions');
  const d = useTranslations('promotion-desk.list');
  const format = useFormatter();
  const { data, error, refetch } = useQuery(promotionList);
  const inState = (state: PromotionList['items'][number]['state']) => format.number(data?.items.filter((item) => item.state === state).length ?? 0);
  return (
    <div className={styles.stack}>
      <TicketHeader
        title={t('title')} description={t('description')} facts={data ? [{ label: t('running'), value: inState('running') }, { label: t('upcoming'), value: inState('upcoming') }] : undefined}
        actions={<><LinkButton href="/promotions/simulator">{d('simulator')}</LinkButton><LinkButton variant="primary" href="/promotions/new">{d('new')}</LinkButton></>}
      />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={44} lines={4} /></div> : null}
      {data === undefined ? null : data.items.length === 0 ? <EmptyState title={t('empty.title')} action={<LinkButton variant="primary" href="/promotions/new">{d('new')}</LinkButton>}>{t('empty.text')}</EmptyState> : <Views list={data} />}
    </div>
  );
}

function Views({ list }: { list: PromotionList }) {
  const d = useTranslations('promotion-desk.list');
  const [view, setView] = useUrlState('view', 'list');
  const { markets } = useMarkets();
  const [market, setMarket] = useUrlState('market', '');
  const chosen = market || (list.items[0]?.marketCode ?? '');
  return (
    <>
      <div><ChipGroup label={d('view')} value={view} onChange={(next) => setView(next ?? 'list')} chips={views.map((id) => ({ id, label: d(`views.${id}`) }))} /></div>
      <Panel>{view === 'calendar' ? <PromotionCalendar items={list.items} /> : <PromotionTable items={list.items} collections={list.collections} />}</Panel>
      <Panel title={d('clashes')} aside={<Select label={d('market')} labelHidden value={chosen} onChange={setMarket} options={markets.map(({ code, name }) => ({ id: code, label: name }))} />}>
        <ClashList request={{ marketCode: chosen, candidate: null }} />
      </Panel>
    </>
  );
}
