'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { Button, ChoiceList, DataTable, formatQuantities, formatQuantity, NumberField, TextField, type DataColumn } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { SerialField } from '../serials/serial-field';
import { emptyLotRow, type LotRow, LotRows, tracedOf } from './lot-rows';
import styles from './purchasing.module.css';
import { WeightField } from './weight-field';
import { PURCHASING_KEYS } from './purchasing-queries';

type Line = PurchaseOrderDetail['lines'][number];
type Counts = { good: number; damaged: number; checked: number };
const nameOf = (line: Line): string => [line.title, line.variantTitle].filter(Boolean).join(' ');
const states = ['good', 'damaged', 'checked'] as const;

/** What came, line by line and by state. It starts with what is to come, so that a delivery that is right is one press. */
export function ReceiveDialog({ order, onClose }: { order: PurchaseOrderDetail; onClose: () => void }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const client = useQueryClient();
  const [receiptId] = useState(() => newId());
  const [counts, setCounts] = useState<Record<string, Counts>>(() => Object.fromEntries(order.lines.map((line) => [line.id, { good: line.openMilli / 1000, damaged: 0, checked: 0 }])));
  const [serials, setSerials] = useState<Record<string, string[]>>({});
  const [missing, setMissing] = useState('later');
  const [note, setNote] = useState('');
  const [weights, setWeights] = useState<Record<string, number | undefined>>({});
  const [lots, setLots] = useState<Record<string, LotRow[]>>({});
  const countOf = (line: Line): Counts => counts[line.id] ?? { good: 0, damaged: 0, checked: 0 };
  const came = (line: Line): number => Math.round((countOf(line).good + countOf(line).damaged + countOf(line).checked) * 1000);
  /** As long as nobody said otherwise, all of a line is of one lot. */
  const lotsOf = (line: Line): LotRow[] => lots[line.id] ?? [emptyLotRow(came(line) / 1000)];
  // By state: what is good was scanned first, then what is damaged, then what is to be checked.
  const piecesOf = (line: Line) => {
    const each = states.flatMap((state) => Array.from({ length: countOf(line)[state] }, () => state));
    return (serials[line.id] ?? []).map((serialNumber, place) => ({ serialNumber, quantityMilli: 1000, state: each[place] ?? ('good' as const) }));
  };
  const tracedBy = (line: Line) => (line.trackedBy === 'serial' ? { traced: piecesOf(line) } : line.trackedBy === 'lot' ? { traced: tracedOf(lotsOf(line)) } : {});
  const named = order.lines.filter((line) => line.trackedBy === 'serial' && came(line) > 0);
  const isUnnamed = named.some((line) => (serials[line.id]?.length ?? 0) !== came(line) / 1000);
  const weighed = order.lines.flatMap((line) => (line.usualWeightGrams !== null && came(line) > 0 ? [{ line, usualWeightGrams: line.usualWeightGrams }] : []));
  const isUnweighed = weighed.some(({ line }) => weights[line.id] === undefined);
  const weightOf = (line: Line) => (line.usualWeightGrams !== null && weights[line.id] !== undefined ? { weightMilli: weights[line.id] } : {});
  const isShort = order.lines.some((line) => came(line) < line.openMilli);
  const total = order.lines.reduce((sum, line) => sum + came(line), 0);
  const receive = useMutation({
    mutationFn: () => api.post('/api/purchase-orders/{id}/receipts', { params: { path: { id: order.id } }, body: {
      receiptId, version: order.version, isFinal: isShort && missing === 'never', note: note.trim(), unexpected: [],
      lines: order.lines.filter((line) => came(line) > 0).map((line) => ({ lineId: line.id, goodMilli: Math.round(countOf(line).good * 1000), damagedMilli: Math.round(countOf(line).damaged * 1000), checkedMilli: Math.round(countOf(line).checked * 1000), ...tracedBy(line), ...weightOf(line) })),
    } }),
    onSuccess: async () => { sayDone({ text: t('receive.done', { quantity: formatQuantities(order.lines.map((line) => ({ unit: line.unit, quantityMilli: came(line) })), locale) }) }); await Promise.all(PURCHASING_KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))); onClose(); },
    onError: () => void client.invalidateQueries({ queryKey: ['purchase-orders'] }),
  });
  const columns: DataColumn<Line>[] = [
    { id: 'product', header: t('columns.product'), isRowHeader: true, cell: (line) => <span className={styles.product}>{nameOf(line)}<small>{line.sku}</small></span> },
    { id: 'open', header: t('receive.open'), align: 'end', cell: (line) => formatQuantity(line.openMilli, locale, line.unit) },
    ...states.map((state): DataColumn<Line> => ({
      id: state, header: t(`receive.states.${state}`), align: 'end',
      cell: (line) => <div className={styles.cell}><NumberField label={t('receive.number', { state: t(`receive.states.${state}`), product: nameOf(line) })} value={countOf(line)[state]} minValue={0} maxValue={1_000_000} onChange={(value) => setCounts((before) => ({ ...before, [line.id]: { ...countOf(line), [state]: Number.isFinite(value) ? value : 0 } }))} /></div>,
    })),
    { id: 'difference', header: t('receive.difference'), align: 'end', cell: (line) => (came(line) === line.openMilli ? '–' : came(line) < line.openMilli ? t('receive.short', { quantity: formatQuantity(line.openMilli - came(line), locale, line.unit) }) : t('receive.over', { quantity: formatQuantity(came(line) - line.openMilli, locale, line.unit) })) },
  ];
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('receive.title', { number: order.number })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={isUnnamed || isUnweighed || (total === 0 && missing === 'later')} isPending={receive.isPending} onPress={() => receive.mutate()}>{t('receive.act', { quantity: formatQuantities(order.lines.map((line) => ({ unit: line.unit, quantityMilli: came(line) })), locale) })}</Button></>}>
      <div className={styles.form}>
        {receive.error ? <ScreenError error={receive.error} /> : null}
        <DataTable caption={t('receive.title', { number: order.number })} columns={columns} rows={order.lines} rowKey={(line) => line.id} />
        {order.lines.filter((line) => line.trackedBy === 'lot' && came(line) > 0).map((line) => <LotRows key={line.id} title={nameOf(line)} quantity={formatQuantity(came(line), locale, line.unit)} rows={lotsOf(line)} onChange={(rows) => setLots((before) => ({ ...before, [line.id]: rows }))} />)}
        {named.map((line) => <SerialField key={line.id} title={nameOf(line)} pieces={came(line) / 1000} serials={serials[line.id] ?? []} onChange={(next) => setSerials((before) => ({ ...before, [line.id]: next }))} />)}
        {weighed.map(({ line, usualWeightGrams }) => <WeightField key={line.id} title={nameOf(line)} quantityMilli={came(line)} usualWeightGrams={usualWeightGrams} weightMilli={weights[line.id]} onChange={(weightMilli) => setWeights((before) => ({ ...before, [line.id]: weightMilli }))} />)}
        {isShort ? <ChoiceList label={t('receive.missing')} value={missing} onChange={setMissing} choices={[{ id: 'later', label: t('receive.later'), detail: t('receive.laterDetail') }, { id: 'never', label: t('receive.never'), detail: t('receive.neverDetail') }]} /> : null}
        <TextField label={t('note')} value={note} onChange={setNote} maxLength={500} />
      </div>
    </Dialog>
  );
}
