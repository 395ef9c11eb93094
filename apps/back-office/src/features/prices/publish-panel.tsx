'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { PriceReview, PublishPricesAnswer } from '@oneshelf/contracts';
import { Button, Checkbox, ChipGroup, Notice, TextField } from '@oneshelf/ui';
import { CalendarClock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { fromZonedInput, toZonedInput } from '../../zoned-time';
import { priceBooks } from './price-queries';
import styles from './prices.module.css';
import { ofMarket } from './review/review-queries';
import { useMarket } from './use-market';

const DAY_MS = 86_400_000;

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
  const format = useFormatter();
  const { timeZone } = useMarket(data.marketCode);
  const [isLater, setLater] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const publish = usePublish(data, onPublished);
  const [openedAt] = useState(() => Date.now());
  // Tomorrow before the stores open, until another time is typed.
  const at = typed ?? `${toZonedInput(openedAt + DAY_MS, timeZone).slice(0, 10)}T06:00`;
  const instant = fromZonedInput(at, timeZone);
  const goesLiveAt = isLater && instant !== null ? new Date(instant).toISOString() : null;
  useEffect(() => onTime?.(goesLiveAt), [goesLiveAt, onTime]);
  const mustAccept = data.totals.belowCost > 0 && !isAccepted;
  const count = data.totals.changed;
  const submit = () => publish.mutate({ goesLiveAt, note, acceptBelowCost: isAccepted });
  return (
    <div className={styles.form}>
      <ChipGroup label={t('when')} chips={[{ id: 'now', label: t('now') }, { id: 'later', label: t('later') }]} value={isLater ? 'later' : 'now'} onChange={(id) => setLater(id === 'later')} />
      {isLater ? <TextField type="datetime-local" label={t('at')} description={t('zone', { zone: timeZone })} value={at} onChange={setTyped} error={instant === null ? t('invalid') : undefined} /> : null}
      <Notice icon={<CalendarClock size={18} aria-hidden="true" />}>
        {isLater && instant !== null ? t('means', { when: format.dateTime(new Date(instant), { dateStyle: 'full', timeStyle: 'short', timeZone }), zone: timeZone }) : t('immediately')}
      </Notice>
      <TextField label={t('note')} rows={3} value={note} onChange={setNote} maxLength={500} />
      {data.totals.belowCost > 0 ? <Checkbox isSelected={isAccepted} onChange={setAccepted}>{t('accept', { count: data.totals.belowCost })}</Checkbox> : null}
      {publish.error ? <ScreenError error={publish.error} /> : null}
      <Button variant="primary" isPending={publish.isPending} isDisabled={mustAccept || hold !== undefined || (isLater && instant === null)} onPress={submit}>{isLater ? t('schedule', { count }) : t('publish', { count })}</Button>
      {hold === undefined ? null : <p className={styles.error}>{hold}</p>}
      {mustAccept ? <p className={styles.error}>{t('acceptFirst')}</p> : null}
    </div>
  );
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
