'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import styles from './review.module.css';
import { decideApproval, ofMarket } from './review-queries';

/** The second person's yes or no, with words. */
export function DecideApproval({ market, id }: { market: string; id: string }) {
  const t = useTranslations('price-review.approval');
  const client = useQueryClient();
  const [answer, setAnswer] = useState('');
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'send_back') => decideApproval(id, { decision, answer }),
    onSuccess: (_answer, decision) => sayDone({ text: t(decision === 'approve' ? 'approvedDone' : 'sentBackDone') }),
    onSettled: () => client.invalidateQueries({ queryKey: ofMarket(market) }),
  });
  return (
    <>
      <TextField label={t('answer')} description={t('answerHint')} rows={2} value={answer} onChange={setAnswer} maxLength={500} />
      {decide.error ? <ScreenError error={decide.error} /> : null}
      <div className={styles.acts}>
        <Button variant="primary" isPending={decide.isPending} onPress={() => decide.mutate('approve')}>{t('approve')}</Button>
        <Button variant="danger" isPending={decide.isPending} isDisabled={answer.trim() === ''} onPress={() => decide.mutate('send_back')}>{t('sendBack')}</Button>
      </div>
    </>
  );
}
