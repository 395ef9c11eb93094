import type { Pickup, PickupLine, ShortRequest } from '@oneshelf/contracts';
import { Button, ChipGroup, Dialog } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { online } from '../../local/online';
import { toasts } from '../../shell/toasts';
import { useStaff } from '../../shell/view';

type Reason = ShortRequest['lines'][number]['reason'];
const reasons: readonly Reason[] = ['not_found', 'damaged', 'wrong_item'];

/** Units that are not there: another store sends them, or the customer gets the money back. */
export function ShortDialog({ pickup, missing, onClose, onDone }: { pickup: Pickup; missing: { line: PickupLine; milli: number }[]; onClose: () => void; onDone: () => void }) {
  const t = useTranslations('pickup');
  const tShell = useTranslations('shell');
  const staff = useStaff();
  const { quantity } = useFormat();
  const [reasonOf, setReasonOf] = useState<Record<string, Reason>>({});
  const chosen = missing.filter(({ line }) => reasonOf[line.id] !== undefined);
  const report = useMutation({
    mutationFn: () => online.reportShort(pickup.id, { staffName: staff.name, lines: chosen.map(({ line, milli }) => ({ lineId: line.id, shortMilli: milli, reason: reasonOf[line.id] ?? 'not_found' })) }),
    onSuccess: ({ lines }) => {
      for (const { outcome, toLocationName } of lines) toasts.add({ text: outcome === 're_routed' ? t('reRouted', { place: toLocationName ?? '' }) : t('cancelledShort'), tone: 'waiting' }, { timeout: 9000 });
      onDone();
      onClose();
    },
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('cannotFind')} closeLabel={tShell('close')}>
      <p>{t('shortLead')}</p>
      {missing.map(({ line, milli }) => (
        <div key={line.id} className="till-stack">
          <strong>{line.title} · {t('missing', { quantity: quantity(milli) })}</strong>
          <ChipGroup label={t('reasonFor', { title: line.title })} canBeEmpty value={reasonOf[line.id] ?? null} chips={reasons.map((id) => ({ id, label: t(`reasons.${id}`) }))}
            onChange={(id) => setReasonOf(({ [line.id]: _before, ...rest }) => { const reason = reasons.find((name) => name === id); return reason ? { ...rest, [line.id]: reason } : rest; })} />
        </div>
      ))}
      {report.error ? <ProblemNotice error={report.error} /> : null}
      <Button variant="danger" size="large" isDisabled={chosen.length === 0 || report.isPending} onPress={() => report.mutate()}>{t('reportShort', { count: chosen.length })}</Button>
    </Dialog>
  );
}
