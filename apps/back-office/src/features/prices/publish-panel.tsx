'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { PriceReview, PublishPricesAnswer } from '@oneshelf/contracts';
import { Button, Checkbox, ChipGroup, Notice, TextField } from '@oneshelf/ui';
import { CalendarClock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { fromZonedInput, toZonedInput } from '../../zoned-time';
import { priceBooks, priceReview } from './price-queries';
import styles from './prices.module.css';
import { useMarket } from './use-market';

const DAY_MS = 86_400_000;

/** When, why, and the act with its count. A time is read on the clock of the market's stores. */
export function PublishPanel({ data, onPublished }: { data: PriceReview; onPublished: (answer: PublishPricesAnswer) => void }) {
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
  const tooLow = data.totals.belowCost + data.totals.belowMap;
  const mustAccept = tooLow > 0 && !isAccepted;
  const count = data.totals.changed;
  const submit = () => publish.mutate({ goesLiveAt: isLater && instant !== null ? new Date(instant).toISOString() : null, note, acceptBelowCost: isAccepted });
  return (
    <div className={styles.form}>
      <ChipGroup label={t('when')} chips={[{ id: 'now', label: t('now') }, { id: 'later', label: t('later') }]} value={isLater ? 'later' : 'now'} onChange={(id) => setLater(id === 'later')} />
      {isLater ? <TextField type="datetime-local" label={t('at')} description={t('zone', { zone: timeZone })} value={at} onChange={setTyped} error={instant === null ? t('invalid') : undefined} /> : null}
      <Notice icon={<CalendarClock size={18} aria-hidden="true" />}>
        {isLater && instant !== null ? t('means', { when: format.dateTime(new Date(instant), { dateStyle: 'full', timeStyle: 'short', timeZone }), zone: timeZone }) : t('immediately')}
      </Notice>
      <TextField label={t('note')} rows={3} value={note} onChange={setNote} maxLength={500} />
      {tooLow > 0 ? <Checkbox isSelected={isAccepted} onChange={setAccepted}>{t(data.totals.belowMap > 0 ? 'acceptLow' : 'accept', { count: tooLow })}</Checkbox> : null}
      {publish.error ? <ScreenError error={publish.error} /> : null}
      <Button variant="primary" isPending={publish.isPending} isDisabled={mustAccept || (isLater && instant === null)} onPress={submit}>{isLater ? t('schedule', { count }) : t('publish', { count })}</Button>
      {mustAccept ? <p className={styles.error}>{t(data.totals.belowMap > 0 ? 'acceptLowFirst' : 'acceptFirst')}</p> : null}
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
      if (error instanceof ApiProblem && (error.code === 'draft_changed' || error.code === 'unknown_draft')) void client.invalidateQueries({ queryKey: priceReview(data.marketCode).queryKey });
    },
  });
}
