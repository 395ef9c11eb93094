import type { TransferAnswer } from '@oneshelf/contracts';
import { Button, QuantityStepper, ReceiptEdge } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { playTone } from '../../hardware/tones';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { newId } from '../../local/new-id';
import { online } from '../../local/online';
import { refuseScan } from '../../shell/refuse-scan';
import { toasts } from '../../shell/toasts';
import { useIsOffline } from '../../shell/use-connection';
import { useReadableState } from '../../shell/use-readable-state';
import { useStaff, useView } from '../../shell/view';
import { MissingDialog } from './missing-dialog';

type Line = TransferAnswer['lines'][number];
/** What was scanned of a line; damaged pieces are among them. */
interface Found { allMilli: number; damagedMilli: number }
const none: Found = { allMilli: 0, damagedMilli: 0 };

/** Sending or receiving by scanning: each scan is one piece. What is missing at the end is asked about, never guessed. */
export function TransferPane({ transfer, isToSend, onDone }: { transfer: TransferAnswer; isToSend: boolean; onDone: () => void }) {
  const t = useTranslations('stock.transfers');
  const { quantity } = useFormat();
  const staff = useStaff();
  const isOffline = useIsOffline();
  const say = useView((view) => view.say);
  const { value: found, read, set } = useReadableState<Record<string, Found>>(() => ({}));
  const [isAsking, setAsking] = useState(false);
  const intent = useRef({ said: '', key: '' });
  const mostOf = (line: Line): number => (isToSend ? line.requestedMilli : line.inTransitMilli);
  const lines = transfer.lines.filter((line) => isToSend || line.inTransitMilli > 0);
  const setLine = (line: Line, next: Found): void => set({ ...read(), [line.id]: next });
  useScan((code) => {
    const line = lines.find(({ sku, barcodes }) => sku === code || barcodes.some((barcode) => barcode === code || barcode === `0${code}` || `0${barcode}` === code));
    if (!line) return refuseScan(t('notInIt', { code }));
    playTone('taken');
    const before = read()[line.id] ?? none;
    setLine(line, { ...before, allMilli: before.allMilli + 1000 });
    say(t('scanned', { title: line.title, quantity: quantity(before.allMilli + 1000) }));
  });
  const send = useMutation({
    mutationFn: (isGone: boolean) => {
      const body = isToSend ? { staffName: staff.name, lines: lines.map((line) => ({ lineId: line.id, quantityMilli: (found[line.id] ?? none).allMilli })) } : { staffName: staff.name, lines: lines.map((line) => received(line, found[line.id] ?? none, isGone)) };
      const said = JSON.stringify(body);
      // The same press again is the same intent.
      if (intent.current.said !== said) intent.current = { said, key: newId() };
      return 'quantityMilli' in (body.lines[0] ?? {}) ? online.shipTransfer(transfer.id, body as Parameters<typeof online.shipTransfer>[1], intent.current.key) : online.receiveTransfer(transfer.id, body as Parameters<typeof online.receiveTransfer>[1], intent.current.key);
    },
    onSuccess: ({ items }) => {
      const isOpen = items.some(({ id }) => id === transfer.id);
      toasts.add({ text: isToSend ? t('sent', { number: transfer.number }) : isOpen ? t('receivedOpen', { number: transfer.number }) : t('received', { number: transfer.number }), tone: isOpen ? 'waiting' : 'done' }, { timeout: 7000 });
      onDone();
    },
  });
  const scanned = lines.reduce((sum, line) => sum + (found[line.id] ?? none).allMilli, 0);
  const missing = lines.reduce((sum, line) => sum + Math.max(0, mostOf(line) - (found[line.id] ?? none).allMilli), 0);
  const act = (): void => (!isToSend && missing > 0 ? setAsking(true) : send.mutate(false));
  return (
    <aside className="till-side" aria-label={transfer.number}>
      <p className="till-muted">{transfer.number}</p>
      <h2>{isToSend ? t('sendTo', { place: transfer.toName }) : t('receiveFrom', { place: transfer.fromName })}</h2>
      {transfer.note === '' ? null : <p>{transfer.note}</p>}
      <ol className="till-ticks">{lines.map((line) => <TransferRow key={line.id} line={line} mostMilli={mostOf(line)} isToSend={isToSend} found={found[line.id] ?? none} onChange={(next) => setLine(line, next)} />)}</ol>
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <ReceiptEdge />
      <div className="till-acts"><Button variant="soft" onPress={() => set(Object.fromEntries(lines.map((line) => [line.id, { allMilli: isToSend ? Math.min(mostOf(line), line.availableMilli) : mostOf(line), damagedMilli: (found[line.id] ?? none).damagedMilli }])))}>{t('all')}</Button></div>
      <Button variant="primary" size="large" isDisabled={isOffline || send.isPending || (scanned === 0 && isToSend)} onPress={act}>{isOffline ? t('needsConnection') : isToSend ? t('send', { quantity: quantity(scanned) }) : t('receive', { quantity: quantity(scanned) })}</Button>
      {isAsking ? <MissingDialog quantityMilli={missing} isNothing={scanned === 0} onClose={() => setAsking(false)} onChoose={(isGone) => { setAsking(false); send.mutate(isGone); }} /> : null}
    </aside>
  );
}

/** Of what was scanned: so much was on the road, the rest is a surplus; what was not scanned is given up or still comes. */
function received(line: Line, { allMilli, damagedMilli }: Found, isGone: boolean) {
  const arrived = Math.min(allMilli, line.inTransitMilli);
  const damaged = Math.min(damagedMilli, arrived);
  return { lineId: line.id, receivedMilli: arrived - damaged, damagedMilli: damaged, missingMilli: isGone ? line.inTransitMilli - arrived : 0, surplusMilli: allMilli - arrived };
}

function TransferRow({ line, mostMilli, isToSend, found, onChange }: { line: Line; mostMilli: number; isToSend: boolean; found: Found; onChange: (next: Found) => void }) {
  const t = useTranslations('stock.transfers');
  const { quantity, locale } = useFormat();
  const { allMilli, damagedMilli } = found;
  const detail = [line.variantTitle, line.sku, isToSend ? t('thereAre', { quantity: quantity(line.availableMilli) }) : null, allMilli > mostMilli ? t('tooMany', { quantity: quantity(allMilli - mostMilli) }) : null, damagedMilli > 0 ? t('damaged', { quantity: quantity(damagedMilli) }) : null];
  return (
    <li className="till-row">
      <div className="till-grow">
        <strong>{line.title}</strong>
        <p className="till-muted">{detail.filter(Boolean).join(' · ')}</p>
        {isToSend ? null : <Button size="small" isDisabled={damagedMilli >= Math.min(allMilli, mostMilli)} onPress={() => onChange({ allMilli, damagedMilli: damagedMilli + 1000 })}>{t('damagedOne')}</Button>}
      </div>
      <span>{t('ofAll', { quantity: quantity(allMilli), most: quantity(mostMilli) })}</span>
      <QuantityStepper label={t('quantityOf', { title: line.title })} decreaseLabel={t('oneLess', { title: line.title })} increaseLabel={t('oneMore', { title: line.title })} locale={locale} minimumMilli={0} quantityMilli={allMilli} onChange={(milli) => onChange({ allMilli: milli, damagedMilli: Math.min(damagedMilli, milli) })} />
    </li>
  );
}
