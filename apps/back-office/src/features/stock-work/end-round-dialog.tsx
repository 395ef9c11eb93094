'use client';
import { useMutation } from '@tanstack/react-query';
import type { CountAnswer } from '@oneshelf/contracts';
import { Button, ChoiceList } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from './stock-work.module.css';

/** What nobody scanned is not there, or was not looked at: only a person knows. */
export function EndRoundDialog({ count, onClose, onDone }: { count: CountAnswer; onClose: () => void; onDone: () => Promise<unknown> }) {
  const t = useTranslations('stock-work.counts');
  const shell = useTranslations('shell');
  const left = count.lines.filter((line) => line.countedMilli === null).length;
  const [choice, setChoice] = useState<string | null>(left === 0 ? 'leave' : null);
  const close = useMutation({
    mutationFn: (notScanned: 'leave' | 'none_there') => api.post('/api/stock/counts/{id}/close', { params: { path: { id: count.id } }, body: { notScanned } }),
    onSuccess: async ({ status, recountCount }) => { await onDone(); sayDone({ text: status === 'recount' ? t('done.recount', { count: recountCount }) : t('done.closed') }); onClose(); },
  });
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('endRound')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" isDisabled={choice === null} isPending={close.isPending} onPress={() => close.mutate(choice === 'none_there' ? 'none_there' : 'leave')}>{t('endRound')}</Button></>}>
      <div className={styles.form}>
        {close.error ? <ScreenError error={close.error} /> : null}
        <p>{left === 0 ? t('allCounted') : t('leftOver', { count: left })}</p>
        {left === 0 ? null : <ChoiceList label={t('notScanned')} value={choice} onChange={setChoice} choices={[{ id: 'none_there', label: t('noneThere') }, { id: 'leave', label: count.status === 'recount' ? t('firstStands') : t('leave') }]} />}
      </div>
    </Dialog>
  );
}
