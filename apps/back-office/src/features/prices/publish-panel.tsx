'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { PriceReview, PublishPricesAnswer } from '@oneshelf/contracts';
import { Button, Checkbox, TextField } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { type GoLiveAt, GoLiveTime } from './go-live-time';
import { fromZonedInput } from '../../zoned-time';
import { priceBooks } from './price-queries';
import styles from './prices.module.css';
import { ofMarket } from './review/review-queries';
import { useMarket } from './use-market';

interface Publishing {
  data: PriceReview;
  /** Why it cannot be published yet. */
  hold?: string | undefined;
  /** When it would go live: what goes first depends on it. Null: at once. */
  onTime?: (goesLiveAt: string | null) => void;
  onPublished: (answer: PublishPricesAnswer) => void;
}

/** When, why, and the act with its count. A time is read on the clock of the market's stores. */
export function PublishPanel({ data, hold, onTime, onPublished }: Publishing) {
  const t = useTranslations('prices.review.goLive');
  const { timeZone } = useMarket(data.marketCode);
  const [goesLiveAt, setGoesLiveAt] = useState<GoLiveAt>(null);
  const [note, setNote] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const publish = usePublish(data, onPublished);
  useEffect(() => onTime?.(instantOf(goesLiveAt, timeZone)), [goesLiveAt, onTime, timeZone]);
  const tooLow = countTooLow(data);
  const mustAccept = tooLow > 0 && !isAccepted;
  const count = data.totals.changed;
  const submit = () => publish.mutate({ goesLiveAt: goesLiveAt ?? null, note, acceptBelowCost: isAccepted });
  return (
    <div className={styles.form}>
      <GoLiveTime marketCode={data.marketCode} value={goesLiveAt} onChange={setGoesLiveAt} />
      <TextField label={t('note')} rows={3} value={note} onChange={setNote} maxLength={500} />
      {tooLow > 0 ? <Checkbox isSelected={isAccepted} onChange={setAccepted}>{t(data.totals.belowMap > 0 ? 'acceptLow' : 'accept', { count: tooLow })}</Checkbox> : null}
      {publish.error ? <ScreenError error={publish.error} /> : null}
      <Button variant="primary" isPending={publish.isPending} isDisabled={mustAccept || hold !== undefined || goesLiveAt === undefined} onPress={submit}>{goesLiveAt === null ? t('publish', { count }) : t('schedule', { count })}</Button>
      {hold === undefined ? null : <p className={styles.error}>{hold}</p>}
      {mustAccept ? <p className={styles.error}>{t(data.totals.belowMap > 0 ? 'acceptLowFirst' : 'acceptFirst')}</p> : null}
    </div>
  );
}

/** A price below cost and below the maker's limit is one price. */
const countTooLow = ({ books, derived }: PriceReview): number =>
  [...books, ...derived].flatMap(({ changes }) => changes).filter(({ checks }) => checks.includes('below_cost') || checks.includes('below_map')).length;

function instantOf(goesLiveAt: GoLiveAt, timeZone: string): string | null {
  const instant = goesLiveAt ? fromZonedInput(goesLiveAt, timeZone) : null;
  return instant === null ? null : new Date(instant).toISOString();
}

function usePublish(data: PriceReview, onPublished: (answer: PublishPricesAnswer) => void) {
  const t = useTranslations('prices.review.done');
  const client = useQueryClient();
  const format = useFormatter();
  const { timeZone } = useMarket(data.marketCode);
  return useMutation({
    mutationFn: (request: { goesLiveAt: string | null; note: string; acceptBelowCost: boolean }) => {
      const drafts = data.books.map(({ versionId, revision }) => ({ versionId, revision }));
      return api.post('/api/markets/{market}/publish', { params: { path: { market: data.marketCode } }, body: { drafts, ...request } });
    },
    onSuccess: async (answer) => {
      const when = answer.goesLiveAt === null ? '' : format.dateTime(new Date(answer.goesLiveAt), { dateStyle: 'medium', timeStyle: 'short', timeZone });
      sayDone({ text: answer.status === 'live' ? t('live', { count: answer.changes, release: answer.release ?? 0 }) : t('scheduled', { count: answer.changes, when }) });
      onPublished(answer);
      await client.invalidateQueries({ queryKey: priceBooks.queryKey });
    },
    onError: (error) => {
      // Somebody edited or published meanwhile: show what would be published now.
      if (error instanceof ApiProblem && ['draft_changed', 'unknown_draft', 'clashes', 'approval_needed'].includes(error.code)) void client.invalidateQueries({ queryKey: ofMarket(data.marketCode) });
    },
  });
}
