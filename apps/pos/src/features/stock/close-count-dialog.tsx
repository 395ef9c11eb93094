import { Button, ChoiceList, Dialog } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNotice } from '../../i18n/problem-notice';
import { online } from '../../local/online';
import { sendScans } from '../../local/till';
import { toasts } from '../../shell/toasts';
import { useStaff } from '../../shell/view';

type NotScanned = 'none_there' | 'leave';

/** The round is done. What nobody scanned is not there, or was not looked at: only a person knows. */
export function CloseCountDialog({ countId, round, left, onClose }: { countId: string; round: number; left: number; onClose: () => void }) {
  const t = useTranslations('stock.count');
  const tShell = useTranslations('shell');
  const staff = useStaff();
  const [notScanned, setNotScanned] = useState<NotScanned | null>(left === 0 ? 'leave' : null);
  const close = useMutation({
    mutationFn: (choice: NotScanned) => online.closeCount(countId, { notScanned: choice, staffName: staff.name }),
    onSuccess: ({ items }) => {
      const again = items.find(({ id }) => id === countId);
      toasts.add({ text: again ? t('toRecount', { count: again.lines.length }) : t('closed'), tone: again ? 'waiting' : 'done' }, { timeout: 9000 });
      void sendScans();
      onClose();
    },
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('closeTitle')} closeLabel={tShell('close')}>
      <p>{left === 0 ? t('closeAll') : t('closeLeft', { count: left })}</p>
      {left === 0 ? null : (
        <ChoiceList label={t('notScanned')} value={notScanned} onChange={(id) => setNotScanned(id as NotScanned)} choices={[{ id: 'none_there', label: t('noneThere') }, { id: 'leave', label: round === 2 ? t('firstStands') : t('leave') }]} />
      )}
      {close.error ? <ProblemNotice error={close.error} /> : null}
      <Button variant="primary" size="large" isDisabled={notScanned === null || close.isPending} onPress={() => { if (notScanned !== null) close.mutate(notScanned); }}>{t('close')}</Button>
    </Dialog>
  );
}
