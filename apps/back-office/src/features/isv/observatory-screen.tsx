'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IsvObservatory } from '@oneshelf/contracts';
import { Button, ChipGroup, EmptyState, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { api } from '../../api';
import { useDirectory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { StockNav } from '../stock-work/stock-nav';
import { useMay, useStockPlaces } from '../stock-work/use-stock-places';
import { AccuracyPanel } from './accuracy-panel';
import { AlarmRulePanel } from './alarm-rule-panel';
import { CancelsPanel } from './cancels-panel';
import { CoursePanel } from './course-panel';
import { ISV_KEY, observatory } from './isv-queries';
import styles from './isv.module.css';
import { LagPanel } from './lag-panel';
import { useIsvFormat } from './use-isv-format';
import { ALL, CAUSES, type IsvView, PERIODS, useIsvView } from './use-isv-view';
import { WhyPanel } from './why-panel';
import { WorstPanel } from './worst-panel';

/** Whether every channel shows what is there: the figure, its course, why, and what to do about it. */
export function ObservatoryScreen() {
  const t = useTranslations('isv');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const may = useMay();
  const view = useIsvView();
  const { data, error, refetch } = useQuery(observatory(view.asked));
  const measure = useMutation({
    mutationFn: () => api.post('/api/isv/measure'),
    onSuccess: async ({ differing }) => { await client.invalidateQueries({ queryKey: ISV_KEY }); sayDone({ text: t('measured', { count: differing }) }); },
  });
  const act = may(['operations']) ? <Button variant="primary" isPending={measure.isPending} onPress={() => measure.mutate()}>{t('measure')}</Button> : undefined;
  const facts = useFacts(data);
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('crumb'), href: '/stock' }, { label: t('short') }]} title={t('title')} description={t('description')} facts={facts} actions={act} />
      <StockNav />
      <div className={styles.stack}>
        <Filters view={view} />
        {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
        {measure.error ? <ScreenError error={measure.error} /> : null}
        {data === undefined && error === null ? <div role="status" aria-label={t('loading')}><Skeleton lines={8} height={32} /></div> : null}
        {data?.measuredAt === null && data.points.length === 0 && !view.isFiltered ? <EmptyState title={t('empty.title')} action={act}>{t('empty.text')}</EmptyState> : null}
        {data ? <Panels seen={data} view={view} /> : null}
      </div>
    </>
  );
}

function useFacts(data: IsvObservatory | undefined) {
  const t = useTranslations('isv.facts');
  const format = useFormatter();
  const { percent, time } = useIsvFormat();
  if (data === undefined || data.measuredAt === null) return undefined;
  return [
    { label: t('now'), value: percent(data.now.isvBasisPoints), detail: `${t('target')} · ${time(data.measuredAt)}`, tone: data.now.isvBasisPoints === 0 ? undefined : data.now.isvBasisPoints === null ? 'blocked' as const : 'waiting' as const },
    { label: t('period'), value: percent(data.whole.isvBasisPoints) },
    { label: t('differ'), value: format.number(data.differingCount), detail: data.unboundedCount > 0 ? t('unbounded', { count: data.unboundedCount }) : t('of', { count: data.listingCount }), tone: data.unboundedCount > 0 ? 'blocked' as const : undefined },
  ] as const;
}

function Filters({ view }: { view: IsvView }) {
  const t = useTranslations('isv');
  const known = useDirectory();
  const places = useStockPlaces();
  const channels = (known?.channels ?? []).filter(({ kind, fulfilledBy }) => kind === 'marketplace' && fulfilledBy === 'merchant').map(({ code, name }) => ({ id: code, label: name }));
  return (
    <div className="office-filters">
      <ChipGroup label={t('filter.period')} value={view.asked.period} onChange={(id) => view.setPeriod(id ?? 'day')} chips={PERIODS.map((id) => ({ id, label: t(`period.${id}`) }))} />
      <Select label={t('filter.channel')} labelHidden options={[{ id: ALL, label: t('filter.allChannels') }, ...channels]} value={view.channel} onChange={view.setChannel} />
      <Select label={t('filter.place')} labelHidden options={[{ id: ALL, label: t('filter.allPlaces') }, ...places]} value={view.location} onChange={view.setLocation} />
      <Select label={t('filter.cause')} labelHidden options={[{ id: ALL, label: t('filter.allCauses') }, ...CAUSES.map((id) => ({ id, label: t(`cause.${id}`) }))]} value={view.cause} onChange={view.setCause} />
      {view.isFiltered ? <Button variant="quiet" onPress={view.clear}>{t('filter.clear')}</Button> : null}
    </div>
  );
}

function Panels({ seen, view }: { seen: IsvObservatory; view: IsvView }) {
  return (
    <>
      {seen.points.length === 0 && seen.measuredAt === null ? null : <><CoursePanel points={seen.points} /><WhyPanel whole={seen.whole} channel={view.asked.channel} /><WorstPanel seen={seen} view={view} /></>}
      <div className={styles.pair}>
        <LagPanel lags={seen.lags} lagSeconds={seen.rule.lagSeconds} />
        <CancelsPanel cancels={seen.cancels} limitBasisPoints={seen.cancelLimitBasisPoints} />
      </div>
      <div className={styles.pair}>
        <AccuracyPanel />
        <AlarmRulePanel rule={seen.rule} mayEdit={seen.mayEdit} />
      </div>
    </>
  );
}
