import { Button, Dialog, entryToMinor, Notice } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { endShift } from '../../local/till';
import { useStaff } from '../../shell/view';
import { AmountEntry } from '../pay/amount-entry';

/** The blind count: the expected cash is not shown before the count is given. */
export function CloseShiftDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shift');
  const tShell = useTranslations('shell');
  const staff = useStaff();
  const { money, currency } = useFormat();
  const [entry, setEntry] = useState('');
  const countedMinor = entryToMinor(entry, minorUnitDigits(currency));
  const close = useMutation({ mutationFn: () => endShift({ id: staff.id, name: staff.name }, countedMinor), onSuccess: (outcome) => { if (outcome !== 'unsent') onClose(); } });
  const isReady = entry !== '' && !close.isPending;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('countTitle')} closeLabel={tShell('close')}>
      <p>{t('countLead')}</p>
      <AmountEntry label={t('counted')} entry={entry} onChange={setEntry} onEnter={() => { if (isReady) close.mutate(); }} isDisabled={close.isPending} />
      {close.data === 'unsent' ? <Notice tone="waiting">{t('blocked.unsent')}</Notice> : null}
      <Button variant="primary" size="large" isDisabled={!isReady} onPress={() => close.mutate()}>{t('closeWith', { amount: money(countedMinor) })}</Button>
    </Dialog>
  );
}
