import type { TillCountsAnswer } from '@oneshelf/contracts';
import { Button, EmptyState, Skeleton } from '@oneshelf/ui';
import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { HoldInput } from '../../hardware/use-input';
import { countedProducts } from '../../local/count-scans';
import { sendScans } from '../../local/till';
import { useIsOffline } from '../../shell/use-connection';
import { CountPane } from './count-pane';
import { StockParts } from './stock-parts';
import { useCounts } from './use-counts';

type Count = TillCountsAnswer['items'][number];

/** The counts of this store: one is chosen, then products are counted by scanning them, with or without a network. */
export function CountScreen() {
  const t = useTranslations('stock.count');
  const isOffline = useIsOffline();
  const atHand = useCounts();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const counts = atHand?.counts ?? [];
  const chosen = counts.find(({ id }) => id === chosenId) ?? (counts.length === 1 ? counts[0] : undefined) ?? null;
  if (atHand !== null && chosen !== null) return <CountPane key={`${chosen.id}-${chosen.round}`} count={chosen} kept={atHand.kept} onLeave={counts.length > 1 ? () => setChosenId(null) : undefined} />;
  return (
    <main className="till-main" data-wide>
      <StockParts />
      <h1>{t('title')}</h1>
      <p className="till-lead">{t('lead')}</p>
      {atHand === null ? <div className="till-list"><HoldInput /><Skeleton height={72} lines={3} /></div> : null}
      {isOffline ? <p className="till-lead">{t('offline')}</p> : null}
      {atHand !== null && counts.length === 0 ? <EmptyState title={t('none')} action={<Button onPress={() => void sendScans()}>{t('askAgain')}</Button>}>{t('noneText')}</EmptyState> : null}
      <ul className="till-list">{counts.map((count) => <li key={count.id}><Entry count={count} done={atHand === null ? 0 : countedProducts(count, atHand.kept).filter(({ countedMilli }) => countedMilli !== null).length} onChoose={() => setChosenId(count.id)} /></li>)}</ul>
    </main>
  );
}

function Entry({ count, done, onChoose }: { count: Count; done: number; onChoose: () => void }) {
  const t = useTranslations('stock.count');
  return (
    <PlainButton className="till-entry" data-tone={count.round === 2 ? 'waiting' : undefined} onPress={onChoose}>
      <span className="till-entry-status">{count.round === 2 ? t('again') : t('first')}</span>
      <span className="till-entry-text"><strong>{count.title === '' ? t('shortPicks') : count.title}</strong>{count.number}</span>
      <span className="till-entry-where">{t('progress', { done, total: count.lines.length })}</span>
    </PlainButton>
  );
}
