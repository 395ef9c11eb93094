'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SetStockPolicyRequest, StockPromisesAnswer } from '@oneshelf/contracts';
import { Button, NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from './stock.module.css';
import { STOCK_KEY } from './stock-queries';

const KINDS = ['stop', 'backorder', 'preorder'] as const;
const ALL = 'all';

/** What may be sold before it is there: in all channels, or in one. What was promised stays promised. */
export function PolicyDialog({ variantId, policies, product, onClose }: { variantId: string; product?: string; policies: StockPromisesAnswer['policies']; onClose: () => void }) {
  const t = useTranslations('stock.promises.policy');
  const shell = useTranslations('shell');
  const { data: places } = useQuery(directory);
  const client = useQueryClient();
  const [channel, setChannel] = useState<string>(ALL);
  const [draft, setDraft] = useState(() => draftOf(policies, ALL));
  const save = useMutation({
    mutationFn: (body: SetStockPolicyRequest) => api.put('/api/stock/{variantId}/policy', { params: { path: { variantId } }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: STOCK_KEY });
      sayDone({ text: t('done') });
      onClose();
    },
  });
  const isDay = draft.availableOn === '' || /^\d{4}-\d{2}-\d{2}$/.test(draft.availableOn);
  const send = () => {
    if (isDay) save.mutate({ channelCode: channel === ALL ? null : channel, kind: draft.kind, limitMilli: Number.isFinite(draft.limit) ? Math.round(draft.limit * 1000) : null, availableOn: draft.availableOn === '' ? null : draft.availableOn });
  };
  const channels = (places?.channels ?? []).filter(({ kind }) => kind === 'web').map(({ code, name }) => ({ id: code, label: name }));
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      title={product === undefined ? t('title') : t('titleOf', { product })}
      closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isDay} isPending={save.isPending} onPress={send}>{t('act')}</Button></>}
    >
      <div className={styles.form}>
        {save.error ? <ScreenError error={save.error} notDone={t('notDone')} /> : null}
        <Select label={t('channel')} options={[{ id: ALL, label: t('all') }, ...channels]} value={channel} onChange={(id) => { setChannel(id); setDraft(draftOf(policies, id)); }} />
        <Select label={t('kind')} options={KINDS.map((id) => ({ id, label: t(`kinds.${id}`), detail: t(`hints.${id}`) }))} value={draft.kind} onChange={(id) => setDraft({ ...draft, kind: id as (typeof KINDS)[number] })} />
        {draft.kind === 'stop' ? null : (
          <>
            <NumberField label={t('limit')} description={t('limitHint')} value={draft.limit} onChange={(limit) => setDraft({ ...draft, limit })} minValue={0} />
            <TextField label={t('day')} description={t('dayHint')} value={draft.availableOn} onChange={(availableOn) => setDraft({ ...draft, availableOn })} error={isDay ? undefined : t('dayWrong')} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function draftOf(policies: StockPromisesAnswer['policies'], channel: string) {
  const policy = policies.find(({ channelCode }) => (channelCode ?? ALL) === channel);
  return { kind: policy?.kind ?? ('stop' as const), limit: policy?.limitMilli == null ? Number.NaN : policy.limitMilli / 1000, availableOn: policy?.availableOn ?? '' };
}
