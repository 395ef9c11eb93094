import { ApiProblem } from '@oneshelf/api-client';
import type { TillPurchaseOrder, TracedUnits } from '@oneshelf/contracts';
import { Button, ChoiceList, Dialog, TextField } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { keepCount } from '../../local/kept-counts';
import { online } from '../../local/online';
import { RefuseScans } from '../../shell/refuse-scans';
import { toasts } from '../../shell/toasts';
import { useStaff } from '../../shell/view';
import { LotFields } from './lot-fields';
import { WeightEntry, weightOfEntry } from './weight-entry';
import { countedMilli, countOf, differenceOf, totalOf, tracedOfLine, type ReceiptCount } from './receipt-count';
import { tracedOf, type TypedLot, unsaidMilli } from './receipt-lots';

interface Props {
  order: TillPurchaseOrder;
  count: ReceiptCount;
  onClose: () => void;
  onBooked: () => void;
  onChanged: () => void;
  onRestart: () => void;
}

/** What does not come out, what becomes of what is missing, and the booking. It is kept until the server has said that it is booked. */
export function FinishReceiptDialog({ order, count, onClose, onBooked, onChanged, onRestart }: Props) {
  const t = useTranslations('receive');
  const tShell = useTranslations('shell');
  const staff = useStaff();
  const { quantity } = useFormat();
  const counted = countedMilli(count);
  const [missing, setMissing] = useState<'later' | 'never'>(counted === 0 ? 'never' : 'later');
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState<Record<string, TypedLot>>({});
  const [weights, setWeights] = useState<Record<string, string>>({});
  const weighed = order.lines.flatMap((line) => (line.usualWeightGrams !== null && cameOf(line.id) > 0 ? [{ line, usualWeightGrams: line.usualWeightGrams }] : []));
  const isUnweighed = weighed.some(({ line }) => weightOfEntry(weights[line.id]) === null);
  const unsaid = order.lines.filter((line) => unsaidMilli(line, count) > 0);
  const isLotMissing = unsaid.some((line) => (typed[line.id]?.lotCode.trim() ?? '') === '');
  const differences = order.lines.flatMap((line) => differencesOf(line));
  const isShort = order.lines.some((line) => differenceOf(line, count).shortMilli > 0);
  const book = useMutation({
    mutationFn: () => online.receiveGoods(order.id, {
      receiptId: count.receiptId, version: count.version, isFinal: isShort && missing === 'never', note: note.trim(), staffId: staff.id,
      lines: Object.entries(count.lines).map(([lineId, line]) => ({ lineId, goodMilli: line.good, damagedMilli: line.damaged, checkedMilli: line.checked, ...tracedBy(lineId), ...weightBy(lineId) })),
      unexpected: Object.entries(count.unexpected).map(([code, quantityMilli]) => ({ code, quantityMilli })),
    }),
    onSuccess: async ({ order: after }) => {
      await keepCount(order.id, null);
      const apart = Object.values(count.lines).reduce((sum, line) => sum + line.damaged + line.checked, 0);
      const text = apart > 0 ? t('bookedDamaged', { quantity: quantity(counted), damaged: quantity(apart) }) : counted > 0 ? t('booked', { quantity: quantity(counted) }) : '';
      const end = after !== null ? '' : isShort ? t('closedShort') : t('complete');
      toasts.add({ text: [text, end].filter(Boolean).join(' '), tone: 'done' }, { timeout: 8000 });
      onClose();
      onBooked();
    },
    onError: (error) => { if (error instanceof ApiProblem && error.status === 409) onChanged(); },
  });
  const isReused = book.error instanceof ApiProblem && book.error.code === 'receipt_id_reused';
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('finishTitle', { number: order.number })} closeLabel={tShell('close')}
      footer={<Button variant="primary" size="large" isDisabled={book.isPending || isLotMissing || isUnweighed || (counted === 0 && missing === 'later')} onPress={() => book.mutate()}>{book.isPending ? t('booking') : t('book')}</Button>}>
      {book.isPending ? <RefuseScans text={t('scanWhileBooked')} /> : null}
      {differences.length === 0 ? <p>{t('allRight')}</p> : <ul className="till-why">{differences.map((text) => <li key={text}>{text}</li>)}</ul>}
      {unsaid.map((line) => <LotFields key={line.id} line={line} milli={unsaidMilli(line, count)} value={typed[line.id] ?? { lotCode: '', expiresOn: '' }} onChange={(value) => setTyped((before) => ({ ...before, [line.id]: value }))} />)}
      {weighed.map(({ line, usualWeightGrams }) => <WeightEntry key={line.id} title={line.title} quantityMilli={cameOf(line.id)} usualWeightGrams={usualWeightGrams} value={weights[line.id] ?? ''} onChange={(value) => setWeights((before) => ({ ...before, [line.id]: value }))} />)}
      {isShort ? <ChoiceList label={t('missing')} value={missing} onChange={(id) => setMissing(id === 'never' ? 'never' : 'later')} choices={[{ id: 'later', label: t('later'), detail: t('laterDetail'), isDisabled: counted === 0 }, { id: 'never', label: t('never'), detail: t('neverDetail') }]} /> : null}
      <TextField label={t('note')} value={note} onChange={setNote} maxLength={500} />
      {book.error ? <ProblemNotice error={book.error} next={isReused ? <Button onPress={() => { onClose(); onRestart(); }}>{t('restart')}</Button> : undefined} /> : null}
    </Dialog>
  );

  function cameOf(lineId: string): number {
    return totalOf(countOf(count, lineId));
  }

  function weightBy(lineId: string): { weightMilli?: number } {
    const weightMilli = weighed.some(({ line }) => line.id === lineId) ? weightOfEntry(weights[lineId]) : null;
    return weightMilli === null ? {} : { weightMilli };
  }

  function tracedBy(lineId: string): { traced?: TracedUnits[] } {
    const line = order.lines.find(({ id }) => id === lineId);
    const traced = (line && tracedOf(line, count, typed[lineId])) ?? tracedOfLine(count, lineId);
    return traced.length === 0 ? {} : { traced };
  }

  function differencesOf(line: TillPurchaseOrder['lines'][number]): string[] {
    const title = [line.title, line.variantTitle].filter(Boolean).join(' ');
    const { shortMilli, overMilli } = differenceOf(line, count);
    const { damaged, checked } = countOf(count, line.id);
    return [
      shortMilli > 0 ? t('shortLine', { title, quantity: quantity(shortMilli) }) : null, overMilli > 0 ? t('overLine', { title, quantity: quantity(overMilli) }) : null,
      damaged > 0 ? t('damagedLine', { title, quantity: quantity(damaged) }) : null, checked > 0 ? t('checkedLine', { title, quantity: quantity(checked) }) : null,
    ].filter((text) => text !== null);
  }
}
