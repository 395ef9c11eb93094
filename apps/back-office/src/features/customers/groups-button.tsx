'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CustomerListPage } from '@oneshelf/contracts';
import { Button, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { groupsIn } from './groups-in';

/** The groups of a customer, as words with commas between them: new ones come to be by naming them. */
export function GroupsButton({ customer }: { customer: CustomerListPage['items'][number] }) {
  const t = useTranslations('customers.groups');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [text, setText] = useState<string | null>(null);
  const groups = groupsIn(text ?? '');
  const save = useMutation({
    mutationFn: () => api.put('/api/customers/{id}/groups', { params: { path: { id: customer.id } }, body: { groups } }),
    onSuccess: () => {
      setText(null);
      sayDone({ text: t('saved', { name: customer.name }) });
      return client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
  return (
    <>
      <Button size="small" onPress={() => setText(customer.groups.join(', '))} aria-label={t('openFor', { name: customer.name })}>{t('open')}</Button>
      <Dialog
        isOpen={text !== null} onOpenChange={() => setText(null)} title={t('title', { name: customer.name })} closeLabel={shell('close')}
        footer={<Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>{t('save')}</Button>}
      >
        <TextField label={t('label')} description={t('help')} value={text ?? ''} onChange={setText} autoFocus />
        {save.error ? <ScreenError error={save.error} /> : null}
      </Dialog>
    </>
  );
}
