'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { PriceReview, PublishPricesAnswer } from '@oneshelf/contracts';
import { Button, Checkbox, TextField } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { type GoLiveAt, GoLiveTime } from './go-live-time';
import { priceBooks, priceReview } from './price-queries';
import styles from './prices.module.css';
import { useMarket } from './use-market';

/** When, why, and the act with its count. */
export function PublishPanel({ data, onPublished }: { data: PriceReview; onPublished: (answer: PublishPricesAnswer) => void }) {
  const t = useTranslations('prices.review.goLive');
  const [goesLiveAt, setGoesLiveAt] = useState<GoLiveAt>(null);
  const [note, setNote] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const publish = usePublish(data, onPublished);
  const tooLow = data.totals.belowCost + data.totals.belowMap;
  const mustAccept = tooLow > 0 && !isAccepted;
  const count = data.totals.changed;
  const submit = () => publish.mutate({ goesLiveAt: goesLiveAt ?? null, note, acceptBelowCost: isAccepted });
  return (
    <div className={styles.form}>
      <GoLiveTime marketCode={data.marketCode} value={goesLiveAt} onChange={setGoesLiveAt} />
      <TextField label={t('note')} rows={3} value={note} onChange={setNote} maxLength={500} />
      {tooLow > 0 ? <Checkbox isSelected={isAccepted} onChange={setAccepted}>{t(data.totals.belowMap > 0 ? 'acceptLow' : 'accept', { count: tooLow })}</Checkbox> : null}
      {publish.error ? <ScreenError error={publish.error} /> : null}
      <Button variant="primary" isPending={publish.isPending} isDisabled={mustAccept || goesLiveAt === undefined} onPress={submit}>{goesLiveAt === null ? t('publish', { count }) : t('schedule', { count })}</Button>
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
