import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { Button, EmptyState, Notice, Skeleton } from '@oneshelf/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { playTone } from '../../hardware/tones';
import { HoldInput, useScan } from '../../hardware/use-input';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import type { KeptCounts } from '../../local/database';
import { readCounts } from '../../local/kept-counts';
import { ordersToReceive } from '../../local/online';
import { useIsOffline } from '../../shell/use-connection';
import { useView } from '../../shell/view';
import { ReceivePane } from './receive-pane';
import { countedMilli, type ReceiptCount } from './receipt-count';

const refreshMs = 30_000;

/** Goods that suppliers send to this store: choose an order, count by scanning, book. */
export function ReceiveScreen() {
  const t = useTranslations('receive');
  const isOffline = useIsOffline();
  const query = useView((view) => view.query).trim().toLowerCase();
  const orders = useQuery({ ...ordersToReceive, refetchInterval: refreshMs, placeholderData: (before) => before });
  const [chosenId, setChosenId] = useState<string | null>(null);
  // What was counted before a reload or a dead battery is still there.
  const [kept, setKept] = useState<KeptCounts | null>(null);
  // A booked count leaves with its pane: what is still open of the same order is counted from nothing.
  const [round, setRound] = useState(0);
  useEffect(() => { void readCounts().then(setKept); }, []);
  const all = orders.data?.items ?? [];
  const listed = all.filter((order) => query === '' || [order.number, order.supplierName, ...order.lines.flatMap((line) => [line.sku, line.title])].some((text) => text.toLowerCase().includes(query)));
  const chosen = listed.find(({ id }) => id === chosenId) ?? (listed.length === 1 ? listed[0] : null) ?? null;
  const [first] = listed;
  const choose = (id: string): void => { setChosenId(id); void readCounts().then(setKept); };
  return (
    <>
      <main className="till-main">
        <h1>{t('title')}</h1>
        <p className="till-lead">{t('lead')}</p>
        {isOffline ? <Notice tone="waiting">{t('offline')}</Notice> : null}
        {chosen === null ? <ChooseByScan orders={all} onChoose={choose} /> : null}
        {orders.isPending || kept === null ? <div className="till-list"><HoldInput /><Skeleton height={72} lines={3} /></div> : null}
        {orders.error ? <ProblemNotice error={orders.error} next={<Button onPress={() => void orders.refetch()}>{t('tryAgain')}</Button>} /> : null}
        {orders.data && all.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
        {all.length > 0 && listed.length === 0 ? <EmptyState title={t('noFinds', { query })} action={<Button onPress={() => useView.setState({ query: '' })}>{t('clear')}</Button>} /> : null}
        <ul className="till-list" aria-label={t('orders')}>{listed.map((order) => <li key={order.id}><Entry order={order} kept={kept?.[order.id]} isChosen={order.id === chosen?.id} onChoose={() => choose(order.id)} /></li>)}</ul>
      </main>
      {chosen === null || kept === null
        ? <aside className="till-side" aria-label={t('chosen')}>{first ? <EmptyState title={t('choose')} action={<Button onPress={() => choose(first.id)}>{t('startWith', { number: first.number })}</Button>}>{t('chooseText')}</EmptyState> : null}</aside>
        : <ReceivePane key={`${chosen.id}:${round}`} order={chosen} others={all.filter(({ id }) => id !== chosen.id)} kept={kept[chosen.id] ?? null} onGoTo={choose} onBooked={() => { setChosenId(null); setKept((before) => withoutCount(before, chosen.id)); setRound(round + 1); void orders.refetch(); }} onChanged={() => void orders.refetch()} />}
    </>
  );
}

const withoutCount = (counts: KeptCounts | null, orderId: string): KeptCounts => Object.fromEntries(Object.entries(counts ?? {}).filter(([id]) => id !== orderId));

/** The number on a delivery note, scanned or typed, opens its order. */
function ChooseByScan({ orders, onChoose }: { orders: readonly TillPurchaseOrder[]; onChoose: (id: string) => void }): null {
  useScan((code) => {
    const order = orders.find(({ number }) => number.toLowerCase() === code.trim().toLowerCase()) ?? orders.find(({ lines }) => lines.some((line) => line.barcodes.includes(code.trim()) && line.openMilli > 0));
    playTone(order ? 'taken' : 'refused');
    if (order) onChoose(order.id);
    else useView.setState({ query: code });
  });
  return null;
}

function Entry({ order, kept, isChosen, onChoose }: { order: TillPurchaseOrder; kept: ReceiptCount | undefined; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslations('receive');
  const { quantity, date } = useFormat();
  const counted = kept ? countedMilli(kept) : 0;
  const open = order.lines.reduce((sum, line) => sum + line.openMilli, 0);
  const day = order.expectedOn === null ? t('noDay') : t('expected', { day: date(`${order.expectedOn}T12:00:00Z`) });
  return (
    <PlainButton className="till-entry" data-tone={order.isOverdue ? 'blocked' : 'waiting'} aria-pressed={isChosen} onPress={onChoose}>
      <span className="till-entry-status">{order.isOverdue ? t('late') : t('today')}</span>
      <span className="till-entry-text"><strong>{order.supplierName}</strong>{order.number} · {t('lines', { count: order.lines.length })}</span>
      <span className="till-entry-where">{counted > 0 ? t('counting', { quantity: quantity(counted) }) : t('open', { quantity: quantity(open) })}<small>{day}</small></span>
    </PlainButton>
  );
}
