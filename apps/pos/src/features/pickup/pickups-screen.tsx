import type { Pickup } from '@oneshelf/contracts';
import { Button, ChipGroup, EmptyState, Skeleton } from '@oneshelf/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { HoldInput } from '../../hardware/use-input';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { clock } from '../../local/runtime';
import { pickupsHere } from '../../local/online';
import { tillState, useTill } from '../../local/till-state';
import { useIsOffline } from '../../shell/use-connection';
import { useView } from '../../shell/view';
import { HandOverPane } from './hand-over-pane';
import { PickPane } from './pick-pane';

const refreshMs = 15_000;
type Shown = 'all' | 'pick' | 'ready';

const isReady = ({ status }: Pickup): boolean => status === 'ready';

/** Orders that customers collect here: to pick and ready. */
export function PickupsScreen() {
  const t = useTranslations('pickup');
  const isOffline = useIsOffline();
  const waitingCount = useTill((state) => state.pickupsWaiting);
  const query = useView((view) => view.query).trim().toLowerCase();
  const pickups = useQuery({ ...pickupsHere, queryKey: [...pickupsHere.queryKey, waitingCount], refetchInterval: refreshMs, placeholderData: (before) => before });
  const [shown, setShown] = useState<Shown>('all');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const all = pickups.data?.items ?? [];
  useEffect(() => { if (pickups.data) tillState.setState({ pickupsWaiting: pickups.data.items.length }); }, [pickups.data]);
  const matching = all.filter((pickup) => query === '' || `${pickup.customerName} ${pickup.orderNumber}`.toLowerCase().includes(query));
  const listed = matching.filter((pickup) => shown === 'all' || isReady(pickup) === (shown === 'ready'));
  const chosen = listed.find(({ id }) => id === chosenId) ?? listed[0] ?? null;
  const count = (which: Shown): number => matching.filter((pickup) => which === 'all' || isReady(pickup) === (which === 'ready')).length;
  const refresh = (): void => void pickups.refetch();
  return (
    <>
      <main className="till-main">
        <h1>{t('title')}</h1>
        <ChipGroup label={t('show')} value={shown} onChange={(id) => setShown((['all', 'pick', 'ready'] as const).find((which) => which === id) ?? 'all')} chips={(['all', 'pick', 'ready'] as const).map((id) => ({ id, label: t(`shown.${id}`), count: count(id) }))} />
        {pickups.isPending ? <div className="till-list"><HoldInput /><Skeleton height={72} lines={3} /></div> : null}
        {pickups.error ? <ProblemNotice error={pickups.error} next={<Button onPress={refresh}>{t('tryAgain')}</Button>} /> : null}
        {isOffline ? <p className="till-lead">{t('offline')}</p> : null}
        {pickups.data && listed.length === 0 ? <EmptyState title={all.length === 0 ? t('none') : t('filtered', { count: all.length })} action={all.length === 0 ? undefined : <Button onPress={() => { setShown('all'); useView.setState({ query: '' }); }}>{t('clearFilter')}</Button>} /> : null}
        <ul className="till-list">{listed.map((pickup) => <li key={pickup.id}><Entry pickup={pickup} isChosen={pickup.id === chosen?.id} onChoose={() => setChosenId(pickup.id)} /></li>)}</ul>
      </main>
      {chosen === null ? <aside className="till-side" aria-label={t('chosen')}><p className="till-muted">{t('choose')}</p></aside> : isReady(chosen) ? <HandOverPane key={chosen.id} pickup={chosen} onDone={refresh} /> : <PickPane key={chosen.id} pickup={chosen} onDone={refresh} />}
    </>
  );
}

function Entry({ pickup, isChosen, onChoose }: { pickup: Pickup; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslations('pickup');
  const { quantity } = useFormat();
  const pieces = pickup.lines.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0);
  const minutes = Math.round((Date.parse(pickup.dueAt) - Date.parse(clock.now())) / 60_000);
  const due = minutes < 0 ? t('late', { time: span(-minutes) }) : t('due', { time: span(minutes) });
  return (
    <PlainButton className="till-entry" data-tone={isReady(pickup) ? 'done' : minutes < 0 ? 'blocked' : 'waiting'} aria-pressed={isChosen} onPress={onChoose}>
      <span className="till-entry-status">{isReady(pickup) ? t('ready') : t('pickNow')}</span>
      <span className="till-entry-text"><strong>{pickup.customerName}</strong>{pickup.orderNumber} · {t('items', { count: pieces / 1000, quantity: quantity(pieces) })}</span>
      <span className="till-entry-where">{isReady(pickup) ? t('onShelf', { shelf: pickup.shelf ?? '' }) : due}</span>
    </PlainButton>
  );
  function span(length: number): string {
    return length < 60 ? t('minutes', { count: length }) : length < 2880 ? t('hours', { count: Math.round(length / 60) }) : t('days', { count: Math.round(length / 1440) });
  }
}
