'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LotRules } from '@oneshelf/contracts';
import { Button, NumberField, Skeleton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from '../stock-work/stock-work.module.css';
import { lotRules } from './lot-queries';

/** How long lots must keep: when one is called short, and what each channel asks for. */
export function LotRulesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('lots.rules');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const kept = useQuery(lotRules);
  const { data: house } = useQuery(directory);
  const [changed, setChanged] = useState<LotRules | null>(null);
  const rules = changed ?? kept.data ?? null;
  const save = useMutation({
    mutationFn: (body: LotRules) => api.put('/api/stock/lots/rules', { body }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: t('saved') }); onClose(); },
  });
  const daysOf = (channelCode: string): number => rules?.channels.find((one) => one.channelCode === channelCode)?.days ?? 0;
  const setDays = (before: LotRules, channelCode: string, days: number): LotRules => ({ ...before, channels: [...before.channels.filter((one) => one.channelCode !== channelCode), ...(days > 0 ? [{ channelCode, days }] : [])] });
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('title')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={changed === null} isPending={save.isPending} onPress={() => { if (changed) save.mutate(changed); }}>{t('save')}</Button></>}>
      <div className={styles.form}>
        {save.error ?? kept.error ? <ScreenError error={save.error ?? kept.error} /> : null}
        {rules === null ? <Skeleton lines={4} height={30} /> : (
          <>
            <NumberField label={t('shortDays')} value={rules.shortDays} minValue={0} maxValue={3650} onChange={(days) => setChanged({ ...rules, shortDays: Number.isFinite(days) ? days : 0 })} />
            <p>{t('channels')}</p>
            <div className={styles.pair}>
              {(house?.channels ?? []).map(({ code, name }) => <NumberField key={code} label={t('daysOf', { channel: name })} value={daysOf(code)} minValue={0} maxValue={3650} onChange={(days) => setChanged(setDays(rules, code, Number.isFinite(days) ? days : 0))} />)}
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
