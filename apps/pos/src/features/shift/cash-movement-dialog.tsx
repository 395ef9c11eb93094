import { Button, Dialog, entryToMinor, TextField } from '@oneshelf/ui';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { recordCashMovement } from '../../local/till';
import { useStaff } from '../../shell/view';
import { AmountEntry } from '../pay/amount-entry';

/** Cash put into the drawer or taken out of it, with its reason. */
export function CashMovementDialog({ direction, shiftId, onClose }: { direction: 'in' | 'out'; shiftId: string; onClose: () => void }) {
  const t = useTranslations('shift');
  const tShell = useTranslations('shell');
  const staff = useStaff();
  const { money, currency } = useFormat();
  const [entry, setEntry] = useState('');
  const [reason, setReason] = useState('');
  const amountMinor = entryToMinor(entry, minorUnitDigits(currency));
  const isComplete = amountMinor > 0 && reason.trim() !== '';
  const record = (): void => {
    if (!isComplete) return;
    void recordCashMovement({ id: staff.id, name: staff.name }, { shiftId, amountMinor: direction === 'in' ? amountMinor : -amountMinor, reason: reason.trim() }).then(onClose);
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t(direction === 'in' ? 'cashIn' : 'cashOut')} closeLabel={tShell('close')}>
      <AmountEntry label={t('amount')} entry={entry} onChange={setEntry} onEnter={record} />
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={200} description={t('reasonHelp')} />
      <Button variant="primary" size="large" isDisabled={!isComplete} onPress={record}>{t(direction === 'in' ? 'putIn' : 'takeOut', { amount: money(amountMinor) })}</Button>
    </Dialog>
  );
}
