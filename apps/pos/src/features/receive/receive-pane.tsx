import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { Button, ChipGroup, Notice, ReceiptEdge } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { playTone } from '../../hardware/tones';
import { useScan } from '../../hardware/use-input';
import { useFormat } from '../../i18n/use-format';
import { keepCount } from '../../local/kept-counts';
import { newId } from '../../local/new-id';
import { tillState } from '../../local/till-state';
import { toasts } from '../../shell/toasts';
import { useIsOffline } from '../../shell/use-connection';
import { useReadableState } from '../../shell/use-readable-state';
import { useView } from '../../shell/view';
import { scannedLot, storeDay } from '../sell/scanned-lot';
import { GoodsSerialsDialog } from '../serials/goods-serials-dialog';
import { readSerial } from '../serials/line-serials';
import { FinishReceiptDialog } from './finish-receipt-dialog';
import { countedMilli, countOf, emptyCount, goodsStates, isEmpty, lineOfCode, serialsOf, totalOf, withLine, withScannedLot, withSerials, withUnexpected, type GoodsState, type ReceiptCount } from './receipt-count';
import { ReceiveLine } from './receive-line';

interface Props {
  order: TillPurchaseOrder;
  others: readonly TillPurchaseOrder[];
  kept: ReceiptCount | null;
  onGoTo: (orderId: string) => void;
  onBooked: () => void;
  onChanged: () => void;
}

/** Counting: each scan counts one of the state that is chosen; every count is kept on the till as it grows. */
export function ReceivePane({ order, others, kept, onGoTo, onBooked, onChanged }: Props) {
  const t = useTranslations('receive');
  const { quantity } = useFormat();
  const isOffline = useIsOffline();
  const say = useView((view) => view.say);
  const { value: count, read, set } = useReadableState<ReceiptCount>(() => kept ?? emptyCount(order, newId()));
  const [state, setState] = useState<GoodsState>('good');
  const [stranger, setStranger] = useState<{ code: string; what: string; other: TillPurchaseOrder | null } | null>(null);
  const [isFinishing, setFinishing] = useState(false);
  const [serialLineId, setSerialLineId] = useState<string | null>(null);
  const tSerials = useTranslations('serials');
  const change = (to: ReceiptCount): void => {
    // A count begins against the order as it is shown now.
    const next = isEmpty(read()) ? { ...to, version: order.version } : to;
    set(next);
    setStranger(null);
    void keepCount(order.id, next);
  };
  useScan((code) => {
    const product = tillState.getState().catalogue?.byCode(code) ?? null;
    const line = lineOfCode(order.lines, code, product?.variantId ?? null);
    playTone(line ? 'taken' : 'refused');
    if (line?.trackedBy === 'serial') return takePiece(line, code);
    if (!line) return setStranger({ code, what: product ? [product.title, product.variantTitle].filter(Boolean).join(' ') : code, other: others.find(({ lines }) => lineOfCode(lines, code, product?.variantId ?? null)) ?? null });
    const { lot } = scannedLot(code, storeDay());
    const one = withLine(read(), line.id, { [state]: countOf(read(), line.id)[state] + 1000 });
    const next = lot && line.trackedBy === 'lot' ? withScannedLot(one, line.id, lot) : one;
    change(next);
    say(t('scanned', { title: line.title, quantity: quantity(totalOf(countOf(next, line.id))), open: quantity(line.openMilli) }));
  });
  // A code of the maker that names the piece counts it; any other leads to where the serials are scanned.
  const takePiece = (line: TillPurchaseOrder['lines'][number], code: string): void => {
    const reading = readSerial(code, () => true);
    const named = goodsStates.flatMap((each) => serialsOf(read(), line.id, each));
    if (reading.kind !== 'serial' || named.includes(reading.serial)) return setSerialLineId(line.id);
    change(withSerials(read(), line.id, [state, [...serialsOf(read(), line.id, state), reading.serial]]));
    say(tSerials('taken', { serial: reading.serial, count: named.length + 1, pieces: line.openMilli / 1000 }));
  };
  const serialLine = order.lines.find(({ id }) => id === serialLineId);
  const counted = countedMilli(count);
  const open = order.lines.reduce((sum, line) => sum + line.openMilli, 0);
  const aside = Object.entries(count.unexpected);
  const isOld = count.version !== order.version && !isEmpty(count);
  const giveUp = (): void => {
    const before = read();
    change(emptyCount(order, newId()));
    void keepCount(order.id, null);
    toasts.add({ text: t('givenUp'), action: { label: t('undo'), onPress: () => change(before) } }, { timeout: 9000 });
  };
  return (
    <aside className="till-side" aria-label={t('countOf', { number: order.number })}>
      <h2>{order.supplierName}</h2>
      <p className="till-muted">{order.number} · {t('progress', { counted: quantity(counted), open: quantity(open) })}</p>
      <ChipGroup label={t('nextScan')} value={state} onChange={(id) => setState(goodsStates.find((name) => name === id) ?? 'good')} chips={goodsStates.map((id) => ({ id, label: t(`states.${id}`) }))} />
      {isOld ? <Notice tone="waiting" actions={<><Button onPress={() => change({ ...read(), version: order.version })}>{t('goOn')}</Button><Button onPress={giveUp}>{t('restart')}</Button></>}>{t('changed')}</Notice> : null}
      {stranger ? <Notice tone="blocked" actions={<>{stranger.other ? <Button onPress={() => onGoTo(stranger.other?.id ?? order.id)}>{t('goToOther', { number: stranger.other.number })}</Button> : null}<Button onPress={() => change(withUnexpected(read(), stranger.code))}>{t('setAside')}</Button><Button onPress={() => setStranger(null)}>{t('leave')}</Button></>}>{t('notOnOrder', { what: stranger.what })} {stranger.other ? t('onOther', { number: stranger.other.number }) : null}</Notice> : null}
      <ol className="till-ticks">{order.lines.map((line) => <ReceiveLine key={line.id} line={line} count={countOf(count, line.id)} lots={count.lots?.[line.id] ?? []} state={state} onSerials={() => setSerialLineId(line.id)} onChange={(milli) => change(withLine(read(), line.id, { [state]: milli }))} />)}</ol>
      <ReceiptEdge />
      <p className="till-proof">{aside.length > 0 ? t('asideCount', { list: aside.map(([code, milli]) => t('aside', { code, quantity: quantity(milli) })).join(', ') }) : t('scanHint')}</p>
      {counted > 0 || aside.length > 0 ? <div className="till-acts"><Button variant="soft" onPress={giveUp}>{t('giveUp')}</Button></div> : null}
      <Button variant="primary" size="large" isDisabled={isOffline || isOld} onPress={() => setFinishing(true)}>{isOffline ? t('needsConnection') : counted === 0 ? t('nothing') : t('finish', { quantity: quantity(counted) })}</Button>
      {serialLine ? <GoodsSerialsDialog title={serialLine.title} pieces={Math.max(1, (serialLine.openMilli - totalOf(countOf(count, serialLine.id)) + countOf(count, serialLine.id)[state]) / 1000)} serials={serialsOf(count, serialLine.id, state)} onClose={() => setSerialLineId(null)}
        refuse={(serial) => (goodsStates.some((each) => serialsOf(read(), serialLine.id, each).includes(serial)) ? tSerials('outOfReceipt', { serial }) : null)}
        onChange={(serials) => change(withSerials(read(), serialLine.id, [state, serials]))} /> : null}
      {isFinishing ? <FinishReceiptDialog order={order} count={isEmpty(count) ? { ...count, version: order.version } : count} onClose={() => setFinishing(false)} onBooked={onBooked} onChanged={onChanged} onRestart={giveUp} /> : null}
    </aside>
  );
}
