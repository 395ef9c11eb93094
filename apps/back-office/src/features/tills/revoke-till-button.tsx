'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TillList } from '@oneshelf/contracts';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';

/** Ends a till after a question that says what it means; the way back is a new code. */
export function RevokeTillButton({ till }: { till: TillList['items'][number] }) {
  const t = useTranslations('tills.revoke');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.post('/api/registers/{id}/revoke', { params: { path: { id: till.registerId } } }),
    onSuccess: () => {
      setOpen(false);
      sayDone({ text: t('done', { till: till.name, store: till.locationName }) });
      return client.invalidateQueries({ queryKey: apiQuery('/api/tills').queryKey });
    },
  });
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)} aria-label={t('openFor', { till: till.name, store: till.locationName })}>{t('open')}</Button>
      <Dialog
        isAlert isOpen={isOpen} onOpenChange={setOpen} title={t('title', { till: till.name, store: till.locationName })} closeLabel={shell('close')}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('keep')}</Button>
            <Button variant="danger" isPending={revoke.isPending} onPress={() => revoke.mutate()}>{t('confirm')}</Button>
          </>
        }
      >
        <p>{t('text')}</p>
        {revoke.error ? <ScreenError error={revoke.error} /> : null}
      </Dialog>
    </>
  );
}
