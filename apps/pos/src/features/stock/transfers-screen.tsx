import type { TransferAnswer } from '@oneshelf/contracts';
import { Button, EmptyState, Skeleton } from '@oneshelf/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { HoldInput } from '../../hardware/use-input';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { transfersHere } from '../../local/online';
import { useBootstrap } from '../../local/till-state';
import { useIsOffline } from '../../shell/use-connection';
import { StockParts } from './stock-parts';
import { TransferPane } from './transfer-pane';

const refreshMs = 20_000;

/** What this store has to send to others and to receive from them, by scanning. */
export function TransfersScreen() {
  const t = useTranslations('stock.transfers');
  const isOffline = useIsOffline();
  const { location } = useBootstrap();
  const transfers = useQuery({ ...transfersHere, refetchInterval: refreshMs });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const items = transfers.data?.items ?? [];
  const chosen = items.find(({ id }) => id === chosenId) ?? null;
  const refresh = (): void => void transfers.refetch();
  return (
    <>
      <main className="till-main">
        <StockParts />
        <h1>{t('title')}</h1>
        <p className="till-lead">{isOffline ? t('offline') : t('lead')}</p>
        {transfers.isPending ? <div className="till-list"><HoldInput /><Skeleton height={72} lines={3} /></div> : null}
        {transfers.error ? <ProblemNotice error={transfers.error} next={<Button onPress={refresh}>{t('askAgain')}</Button>} /> : null}
        {transfers.data && items.length === 0 ? <EmptyState title={t('none')} action={<Button onPress={refresh}>{t('askAgain')}</Button>}>{t('noneText')}</EmptyState> : null}
        <ul className="till-list">{items.map((transfer) => <li key={transfer.id}><Entry transfer={transfer} isToSend={transfer.fromLocationId === location.id && transfer.status === 'approved'} isChosen={chosenId === transfer.id} onChoose={() => setChosenId(transfer.id)} /></li>)}</ul>
      </main>
      {chosen === null ? <aside className="till-side" aria-label={t('title')}><p className="till-muted">{t('choose')}</p></aside> : <TransferPane key={`${chosen.id}-${chosen.inTransitMilli}`} transfer={chosen} isToSend={chosen.status === 'approved'} onDone={() => { setChosenId(null); refresh(); }} />}
    </>
  );
}

function Entry({ transfer, isToSend, isChosen, onChoose }: { transfer: TransferAnswer; isToSend: boolean; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslations('stock.transfers');
  const { quantity } = useFormat();
  return (
    <PlainButton className="till-entry" data-tone={isToSend ? 'waiting' : 'done'} aria-pressed={isChosen} onPress={onChoose}>
      <span className="till-entry-status">{isToSend ? t('toSend') : t('toReceive')}</span>
      <span className="till-entry-text"><strong>{isToSend ? t('to', { place: transfer.toName }) : t('from', { place: transfer.fromName })}</strong>{transfer.number}</span>
      <span className="till-entry-where">{t('pieces', { quantity: quantity(isToSend ? transfer.requestedMilli : transfer.inTransitMilli) })}</span>
    </PlainButton>
  );
}
