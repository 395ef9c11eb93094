import type { TransferAnswer } from '@oneshelf/contracts';
import { Button, ReceiptEdge } from '@oneshelf/ui';
import { readScan } from '@oneshelf/domain-barcodes';
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
import { readSerial } from '../serials/line-serials';
import { MissingDialog } from './missing-dialog';
import { isNamed, missingSerials, mostOf, nothingFound, receivedLine, sentLine, unnamedOf, withSerials, type Found, type TransferLine } from './transfer-found';
import { TransferPiecesDialog } from './transfer-pieces-dialog';
import { TransferRow } from './transfer-row';

/** Sending or receiving by scanning: each scan is one piece. What is missing at the end is asked about, never guessed. */
export function TransferPane({ transfer, isToSend, onDone }: { transfer: TransferAnswer; isToSend: boolean; onDone: () => void }) {
  const t = useTranslations('stock.transfers');
  const { quantity } = useFormat();
  const staff = useStaff();
  const isOffline = useIsOffline();
  const say = useView((view) => view.say);
  const { value: found, read, set } = useReadableState<Record<string, Found>>(() => ({}));
  const [isAsking, setAsking] = useState(false);
  const [serialLineId, setSerialLineId] = useState<string | null>(null);
  const tSerials = useTranslations('serials');
  const intent = useRef({ said: '', key: '' });
  const lines = transfer.lines.filter((line) => isToSend || line.inTransitMilli > 0);
  const of = (line: TransferLine): Found => read()[line.id] ?? nothingFound;
  const setLine = (line: TransferLine, next: Found): void => set({ ...read(), [line.id]: next });
  const takePiece = (line: TransferLine, serial: string): void => {
    const { serials } = of(line);
    if (serials.includes(serial)) return refuseScan(tSerials('twice', { serial }));
    if (!isToSend && !line.serialsOnRoad.includes(serial)) return refuseScan(tSerials('notSent', { serial }));
    const pieces = isToSend ? Math.floor(line.requestedMilli / 1000) : line.serialsOnRoad.length;
    if (serials.length >= pieces) return refuseScan(tSerials('enough', { pieces }));
    playTone('taken');
    setLine(line, withSerials(of(line), [...serials, serial]));
    say(tSerials('taken', { serial, count: serials.length + 1, pieces }));
  };
  useScan((code) => {
    const reading = readSerial(code, (text) => lines.some((one) => one.sku === text || one.barcodes.includes(text)));
    const product = readScan(code, { today: '2000-01-01' }).lookup;
    const codes = [code, product.by === 'gtin' ? product.gtin14 : code];
    const line = lines.find(({ sku, barcodes }) => codes.includes(sku) || barcodes.some((barcode) => codes.some((one) => barcode === one || barcode === `0${one}` || `0${barcode}` === one)))
      ?? (reading.kind === 'serial' ? lines.find(({ serialsOnRoad }) => !isToSend && serialsOnRoad.includes(reading.serial)) : undefined);
    if (!line) return refuseScan(t('notInIt', { code }));
    if (isNamed(line, isToSend)) return reading.kind === 'serial' ? takePiece(line, reading.serial) : setSerialLineId(line.id);
    playTone('taken');
    const before = of(line);
    setLine(line, { ...before, allMilli: before.allMilli + 1000 });
    say(t('scanned', { title: line.title, quantity: quantity(before.allMilli + 1000) }));
  });
  const send = useMutation({
    mutationFn: (isGone: boolean) => {
      const [shipped, received] = [lines.map((line) => sentLine(line, of(line))), lines.map((line) => receivedLine(line, of(line), isGone))];
      const said = JSON.stringify(isToSend ? shipped : received);
      // The same press again is the same intent.
      if (intent.current.said !== said) intent.current = { said, key: newId() };
      const { key } = intent.current;
      return isToSend ? online.shipTransfer(transfer.id, { staffName: staff.name, lines: shipped }, key) : online.receiveTransfer(transfer.id, { staffName: staff.name, lines: received }, key);
    },
    onSuccess: ({ items }) => {
      const isOpen = items.some(({ id }) => id === transfer.id);
      toasts.add({ text: isToSend ? t('sent', { number: transfer.number }) : isOpen ? t('receivedOpen', { number: transfer.number }) : t('received', { number: transfer.number }), tone: isOpen ? 'waiting' : 'done' }, { timeout: 7000 });
      onDone();
    },
  });
  const scanned = lines.reduce((sum, line) => sum + of(line).allMilli, 0);
  const missing = lines.reduce((sum, line) => sum + Math.max(0, mostOf(line, isToSend) - of(line).allMilli), 0);
  const serialLine = lines.find(({ id }) => id === serialLineId);
  const act = (): void => (!isToSend && missing > 0 ? setAsking(true) : send.mutate(false));
  return (
    <aside className="till-side" aria-label={transfer.number}>
      <p className="till-muted">{transfer.number}</p>
      <h2>{isToSend ? t('sendTo', { place: transfer.toName }) : t('receiveFrom', { place: transfer.fromName })}</h2>
      {transfer.note === '' ? null : <p>{transfer.note}</p>}
      <ol className="till-ticks">{lines.map((line) => <TransferRow key={line.id} line={line} isToSend={isToSend} found={found[line.id] ?? nothingFound} onChange={(next) => setLine(line, next)} onSerials={() => setSerialLineId(line.id)} />)}</ol>
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <ReceiptEdge />
      <div className="till-acts"><Button variant="soft" onPress={() => set(Object.fromEntries(lines.map((line) => [line.id, takenAll(line, of(line), isToSend)])))}>{t('all')}</Button></div>
      <Button variant="primary" size="large" isDisabled={isOffline || send.isPending || (scanned === 0 && isToSend)} onPress={act}>{isOffline ? t('needsConnection') : t(isToSend ? 'send' : 'receive', { quantity: quantity(scanned), count: scanned / 1000 })}</Button>
      {isAsking ? <MissingDialog quantityMilli={missing} serials={missingSerials(lines, of)} isNothing={scanned === 0} onClose={() => setAsking(false)} onChoose={(isGone) => { setAsking(false); send.mutate(isGone); }} /> : null}
      {serialLine ? <TransferPiecesDialog line={serialLine} isToSend={isToSend} found={of(serialLine)} onChange={(next) => setLine(serialLine, next)} onClose={() => setSerialLineId(null)} /> : null}
    </aside>
  );
}

/** All that there is of a line; of pieces with a serial only those that have none, because the others are scanned. */
function takenAll(line: TransferLine, found: Found, isToSend: boolean): Found {
  const most = isToSend ? Math.min(mostOf(line, isToSend), line.availableMilli) : mostOf(line, isToSend);
  if (!isNamed(line, isToSend)) return { ...found, allMilli: most };
  return { ...found, allMilli: found.allMilli - unnamedOf(found) + Math.min(line.unnamedMilli, Math.max(0, most - found.serials.length * 1000)) };
}
