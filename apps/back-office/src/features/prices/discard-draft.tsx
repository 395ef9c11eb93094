'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import type { DraftSaver } from './draft-saver';
import { priceBooks, priceSheet } from './price-queries';

/** Throws the open drafts of the market's books away, after a question: it cannot be undone. What is on its way is awaited, and nothing is sent after. */
export function DiscardDraft({ market, changes, saver }: { market: string; changes: number; saver: DraftSaver }) {
  const t = useTranslations('prices.discard');
  const sheet = useTranslations('prices.sheet');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const { items } = await api.get('/api/price-books');
      const drafted = items.filter((book) => book.marketCode === market && book.draft !== null);
      for (const book of drafted) await api.post('/api/price-books/{id}/draft/discard', { params: { path: { id: book.id } } }).catch(ignoreNoDraft);
    },
    onSuccess: async () => {
      saver.abandon();
      setAsking(false);
      sayDone({ text: t('done') });
      await Promise.all([client.invalidateQueries({ queryKey: priceSheet(market).queryKey }), client.invalidateQueries({ queryKey: priceBooks.queryKey })]);
    },
  });
  return (
    <>
      <Button variant="quiet" isDisabled={changes === 0} onPress={() => setAsking(true)}>{sheet('discard')}</Button>
      <Dialog
        isAlert isOpen={isAsking} onOpenChange={setAsking} title={t('title')} closeLabel={shell('close')}
        footer={<><Button onPress={() => setAsking(false)}>{t('cancel')}</Button><Button variant="danger" isPending={discard.isPending} onPress={() => discard.mutate()}>{t('confirm', { count: changes })}</Button></>}
      >
        <p>{t('text', { count: changes })}</p>
        {discard.error ? <ScreenError error={discard.error} /> : null}
      </Dialog>
    </>
  );
}

/** Somebody else was faster: it is as wanted. */
function ignoreNoDraft(error: unknown): void {
  if (!(error instanceof ApiProblem) || error.code !== 'no_draft') throw error;
}
