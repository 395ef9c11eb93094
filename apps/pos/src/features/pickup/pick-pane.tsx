import type { Pickup, PickupLine } from '@oneshelf/contracts';
import { Button, Checkbox, Notice, QuantityStepper, ReceiptEdge, TextField } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { playTone } from '../../hardware/tones';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { online } from '../../local/online';
import { toasts } from '../../shell/toasts';
import { RefuseScans } from '../../shell/refuse-scans';
import { useIsOffline } from '../../shell/use-connection';
import { useReadableState } from '../../shell/use-readable-state';
import { useStaff, useView } from '../../shell/view';
import { PickupHead } from './pickup-head';
import { ShortDialog } from './short-dialog';

const wanted = (line: PickupLine): number => line.quantityMilli - line.shortMilli;

/** Picking: each scan counts one; the shelf makes it ready, and the customer is told. */
export function PickPane({ pickup, onDone }: { pickup: Pickup; onDone: () => void }) {
  const t = useTranslations('pickup');
  const staff = useStaff();
  const isOffline = useIsOffline();
  const say = useView((view) => view.say);
  const { value: picked, read: readPicked, set: setPicked } = useReadableState<Record<string, number>>(() => Object.fromEntries(pickup.lines.map((line) => [line.id, line.pickedMilli])));
  const [shelf, setShelf] = useState(pickup.shelf ?? '');
  const [isShortOpen, setShortOpen] = useState(false);
  const [wrongScan, setWrongScan] = useState<string | null>(null);
  const pickedOf = (line: PickupLine, counts = picked): number => Math.min(wanted(line), counts[line.id] ?? 0);
  const send = useMutation({ mutationFn: (request: { shelf?: string; picked: Record<string, number> }) => online.pick(pickup.id, { lines: pickup.lines.map((line) => ({ lineId: line.id, pickedMilli: Math.min(wanted(line), request.picked[line.id] ?? 0) })), staffName: staff.name, ...(request.shelf === undefined ? {} : { shelf: request.shelf }) }) });
  const setLine = (lineId: string, milli: number): void => {
    const next = { ...readPicked(), [lineId]: milli };
    setPicked(next);
    setWrongScan(null);
    // The count so far is kept on the server as it grows: another person can go on with it.
    if (!isOffline) send.mutate({ picked: next });
  };
  useScan((code) => {
    const counts = readPicked();
    const line = pickup.lines.find((candidate) => isCode(candidate, code) && pickedOf(candidate, counts) < wanted(candidate));
    playTone(line ? 'taken' : 'refused');
    if (line) { say(t('scanned', { title: line.title })); return setLine(line.id, line.unit ? wanted(line) : pickedOf(line, counts) + 1000); }
    // A full part takes the next unknown code for the label of the shelf.
    if (isComplete && !pickup.lines.some((candidate) => isCode(candidate, code))) return setShelf(code);
    setWrongScan(code);
  });
  const total = pickup.lines.reduce((sum, line) => sum + wanted(line), 0);
  const done = pickup.lines.reduce((sum, line) => sum + pickedOf(line), 0);
  const isComplete = done === total && total > 0;
  const finish = (): void => send.mutate({ picked, shelf: shelf.trim() }, { onSuccess: () => { toasts.add({ text: t('isReady', { name: pickup.customerName }), tone: 'done' }, { timeout: 6000 }); onDone(); } });
  return (
    <aside className="till-side" aria-label={t('pickOf', { number: pickup.orderNumber })}>
      {send.isPending && send.variables.shelf !== undefined ? <RefuseScans text={t('scanWhileBooked')} /> : null}
      <PickupHead pickup={pickup} />
      <ol className="till-ticks">{pickup.lines.map((line) => <PickLine key={line.id} line={line} pickedMilli={pickedOf(line)} onChange={(milli) => setLine(line.id, milli)} />)}</ol>
      {wrongScan === null ? null : <Notice tone="blocked">{t('wrongScan', { code: wrongScan })}</Notice>}
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <ReceiptEdge />
      {isComplete ? <TextField label={t('shelf')} value={shelf} onChange={setShelf} maxLength={40} description={t('shelfHelp')} /> : null}
      <p className="till-proof"><BellRing size={20} aria-hidden="true" />{isComplete ? t('customerTold') : t('scanToPick')}</p>
      <div className="till-acts"><Button variant="soft" isDisabled={isOffline || isComplete} onPress={() => setShortOpen(true)}>{t('cannotFind')}</Button></div>
      <Button variant="primary" size="large" isDisabled={!isComplete || shelf.trim() === '' || isOffline || send.isPending} onPress={finish}>{isOffline ? t('needsConnection') : isComplete ? t('markReady') : t('pickedOf', { done: done / 1000, total: total / 1000 })}</Button>
      {isShortOpen ? <ShortDialog pickup={pickup} missing={pickup.lines.flatMap((line) => (pickedOf(line) < wanted(line) ? [{ line, milli: wanted(line) - pickedOf(line) }] : []))} onClose={() => setShortOpen(false)} onDone={onDone} /> : null}
    </aside>
  );
}

const isCode = (line: PickupLine, code: string): boolean => line.sku === code || line.barcodes.some((barcode) => barcode === code || barcode === `0${code}` || `0${barcode}` === code);

function PickLine({ line, pickedMilli, onChange }: { line: PickupLine; pickedMilli: number; onChange: (milli: number) => void }) {
  const t = useTranslations('pickup');
  const { quantity, date, locale } = useFormat();
  const most = wanted(line);
  const detail = [
    line.bin ? t('bin', { bin: line.bin }) : null,
    line.sku,
    ...(line.lots ?? []).map((lot) => (lot.expiresOn === null ? t('lot', { lot: lot.code, quantity: quantity(lot.quantityMilli) }) : t('lotUntil', { lot: lot.code, quantity: quantity(lot.quantityMilli), day: date(`${lot.expiresOn}T12:00:00Z`) }))),
    ...(line.components ?? []).map((component) => t('component', { quantity: quantity(component.quantityMilli), title: component.title })),
    line.shortMilli > 0 ? t('shortOf', { quantity: quantity(line.shortMilli, line.unit) }) : null,
    line.unit && most > 0 ? quantity(most, line.unit) : null,
    most === 0 ? null : pickedMilli === most ? t('picked') : most > 1000 && !line.unit ? t('pickedOf', { done: pickedMilli / 1000, total: most / 1000 }) : t('scanOrTick'),
  ].filter(Boolean).join(' · ');
  return (
    <li className="till-row">
      <div className="till-grow"><Checkbox isSelected={most > 0 && pickedMilli === most} isIndeterminate={pickedMilli > 0 && pickedMilli < most} isDisabled={most === 0} onChange={(isTicked) => onChange(isTicked ? most : 0)} detail={detail}>{line.title}</Checkbox></div>
      {most > 1000 && !line.unit ? <QuantityStepper label={t('pickedQuantity', { title: line.title })} decreaseLabel={t('oneLess', { title: line.title })} increaseLabel={t('oneMore', { title: line.title })} locale={locale} minimumMilli={0} maximumMilli={most} quantityMilli={pickedMilli} onChange={onChange} /> : null}
    </li>
  );
}
