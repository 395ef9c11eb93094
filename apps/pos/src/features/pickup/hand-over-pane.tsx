import { ApiProblem } from '@oneshelf/api-client';
import type { Pickup } from '@oneshelf/contracts';
import { Button, Checkbox, Notice, ReceiptEdge, TextField } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { playTone } from '../../hardware/tones';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { clock } from '../../local/runtime';
import { online } from '../../local/online';
import { toasts } from '../../shell/toasts';
import { RefuseScans } from '../../shell/refuse-scans';
import { useIsOffline } from '../../shell/use-connection';
import { useReadableState } from '../../shell/use-readable-state';
import { useStaff } from '../../shell/view';
import { GoodsSerialsDialog } from '../serials/goods-serials-dialog';
import { PickupHead } from './pickup-head';

/** Handing over: every item confirmed, and the customer's code checked by the server. */
export function HandOverPane({ pickup, onDone }: { pickup: Pickup; onDone: () => void }) {
  const t = useTranslations('pickup');
  const staff = useStaff();
  const isOffline = useIsOffline();
  const { time, quantity } = useFormat();
  const { value: ticked, read: readTicked, set: setTicked } = useReadableState<Record<string, string>>(() => ({}));
  const [code, setCode] = useState('');
  const tSerials = useTranslations('serials');
  const { value: serials, read: readSerials, set: setSerials } = useReadableState<Record<string, string[]>>(() => ({}));
  const [serialLineId, setSerialLineId] = useState<string | null>(null);
  const piecesOf = (line: Pickup['lines'][number]): number => Math.floor((line.quantityMilli - line.shortMilli) / 1000);
  const lines = pickup.lines.filter((line) => line.quantityMilli > line.shortMilli);
  const confirmed = lines.filter(({ id }) => ticked[id] !== undefined);
  const tick = (id: string, isTicked: boolean): void => {
    // A product that is told apart is confirmed by the serials of its pieces.
    if (isTicked && lines.some((line) => line.id === id && line.bySerial && (readSerials()[id]?.length ?? 0) < piecesOf(line))) return setSerialLineId(id);
    const { [id]: _before, ...rest } = readTicked();
    setTicked(isTicked ? { ...rest, [id]: clock.now() } : rest);
  };
  useScan((scanned) => {
    const line = lines.find(({ id, sku, barcodes }) => readTicked()[id] === undefined && (sku === scanned || barcodes.includes(scanned)));
    playTone('taken');
    if (line) tick(line.id, true);
    else setCode(scanned);
  });
  const handOver = useMutation({
    mutationFn: () => online.handOver(pickup.id, {
      code: code.trim(), staffName: staff.name,
      ...(Object.keys(serials).length > 0 ? { serials: lines.flatMap((line) => (serials[line.id] ?? []).map((serialNumber) => ({ orderLineId: line.orderLineId, serialNumber }))) } : {}),
    }),
    onSuccess: () => { toasts.add({ text: t('handedOver', { name: pickup.customerName }), tone: 'done' }, { timeout: 6000 }); onDone(); },
  });
  const pieces = lines.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0);
  const serialLine = lines.find(({ id }) => id === serialLineId);
  const isComplete = confirmed.length === lines.length;
  const triesLeft = handOver.error instanceof ApiProblem && handOver.error.code === 'wrong_code' ? (handOver.error.details as { triesLeft?: number } | undefined)?.triesLeft : undefined;
  return (
    <aside className="till-side" aria-label={t('handOverOf', { number: pickup.orderNumber })}>
      {handOver.isPending ? <RefuseScans text={t('scanWhileBooked')} /> : null}
      <PickupHead pickup={pickup} />
      <ol className="till-ticks">
        {lines.map((line) => (
          <li key={line.id}>
            <Checkbox isSelected={ticked[line.id] !== undefined} onChange={(isTicked) => tick(line.id, isTicked)} detail={serials[line.id]?.length ? tSerials('of', { serials: (serials[line.id] ?? []).join(', ') }) : ticked[line.id] === undefined ? t('scanOrTick') : t('confirmedAt', { time: time(ticked[line.id] ?? '') })}>
              {line.quantityMilli - line.shortMilli === 1000 ? line.title : `${quantity(line.quantityMilli - line.shortMilli)} × ${line.title}`}
            </Checkbox>
          </li>
        ))}
      </ol>
      {serialLine ? <GoodsSerialsDialog title={serialLine.title} pieces={piecesOf(serialLine)} serials={serials[serialLine.id] ?? []} onClose={() => setSerialLineId(null)}
        onChange={(next) => { setSerials({ ...readSerials(), [serialLine.id]: next }); tick(serialLine.id, next.length >= piecesOf(serialLine)); }} /> : null}
      <ReceiptEdge />
      <p className="till-proof"><ShieldCheck size={20} aria-hidden="true" /><span><strong>{t('checkCode')}</strong> {t('checkCodeLead')}</span></p>
      <TextField label={t('code')} value={code} onChange={setCode} inputMode="numeric" autoComplete="off" maxLength={40} />
      {handOver.error ? <ProblemNotice error={handOver.error} /> : null}
      {triesLeft === undefined ? null : <Notice tone="waiting">{t('triesLeft', { count: triesLeft })}</Notice>}
      <div style={{ height: 8, flex: 'none' }} />
      <Button variant="primary" size="large" isDisabled={!isComplete || code.trim() === '' || isOffline || handOver.isPending} onPress={() => handOver.mutate()}>
        {isOffline ? t('needsConnection') : !isComplete ? t('confirmedOf', { done: confirmed.length, total: lines.length }) : t('handOver', { count: pieces / 1000, quantity: quantity(pieces) })}
      </Button>
    </aside>
  );
}
