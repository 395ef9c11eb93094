'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import type { Found } from './resolve-button';

/** Says that a person looked at a discrepancy, with a note for those who look later. */
export function ResolveDialog({ kind, id, onClose }: Found & { onClose: () => void }) {
  const t = useTranslations('today.resolve');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const resolve = useMutation({
    mutationFn: () => {
      const request = { params: { path: { id } }, body: { note } };
      return kind === 'discrepancies' ? api.post('/api/discrepancies/{id}/resolve', request) : api.post('/api/quote-differences/{id}/resolve', request);
    },
    onSuccess: () => {
      onClose();
      sayDone({ text: t('done') });
      return client.invalidateQueries({ queryKey: apiQuery('/api/today').queryKey });
    },
  });
  return (
    <Dialog
      isOpen onOpenChange={onClose} title={t('title')} closeLabel={shell('close')}
      footer={<Button variant="primary" isPending={resolve.isPending} onPress={() => resolve.mutate()}>{t('confirm')}</Button>}
    >
      <p>{t('text')}</p>
      <TextField label={t('note')} rows={3} value={note} onChange={setNote} maxLength={500} />
      {resolve.error ? <ScreenError error={resolve.error} /> : null}
    </Dialog>
  );
}
