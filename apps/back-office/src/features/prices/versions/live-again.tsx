'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceVersionDetail } from '@oneshelf/contracts';
import { Button, Checkbox, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { Dialog } from '../../../shell/later-overlay';
import { sayDone } from '../../../toasts';
import styles from '../review/review.module.css';
import { makeLiveAgain } from './version-queries';

/** A past version live again, at once, after one question; what changes stands on the page behind it. */
export function LiveAgain({ data, changes, belowCost }: { data: PriceVersionDetail; changes: number; belowCost: number }) {
  const t = useTranslations('price-review.version');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isAccepted, setAccepted] = useState(false);
  const [note, setNote] = useState('');
  const { book, version } = data;
  const again = useMutation({
    mutationFn: () => makeLiveAgain(version.versionId, { note, acceptBelowCost: isAccepted }),
    onSuccess: async (made) => {
      setAsking(false);
      sayDone({ text: t('done', { count: made.changes, number: made.number }) });
      await Promise.all(['price-books', 'price-versions'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      router.push(`/prices/${book.marketCode}/versions/${book.id}/${made.versionId}`);
    },
  });
  return (
    <>
      <Button variant="primary" onPress={() => setAsking(true)}>{t('again')}</Button>
      <Dialog
        isAlert isOpen={isAsking} onOpenChange={setAsking} title={t('question', { number: version.number })} closeLabel={shell('close')}
        footer={<><Button onPress={() => setAsking(false)}>{t('cancel')}</Button><Button variant="primary" isPending={again.isPending} isDisabled={belowCost > 0 && !isAccepted} onPress={() => again.mutate()}>{t('confirm', { count: changes })}</Button></>}
      >
        <div className={styles.stack}>
          <p>{t('text', { count: changes })}</p>
          {belowCost > 0 ? <Checkbox isSelected={isAccepted} onChange={setAccepted}>{t('accept', { count: belowCost })}</Checkbox> : null}
          <TextField label={t('note')} value={note} onChange={setNote} maxLength={500} />
          {again.error ? <ScreenError error={again.error} /> : null}
        </div>
      </Dialog>
    </>
  );
}
