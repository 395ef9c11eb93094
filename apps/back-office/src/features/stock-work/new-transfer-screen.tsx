'use client';
import { useMutation } from '@tanstack/react-query';
import type { RequestTransferRequest } from '@oneshelf/contracts';
import { Button, Checkbox, type DataColumn, DataTable, EmptyState, IconButton, NumberField, Panel, Select, TextField, TicketHeader } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { CodeField, type FoundCode } from './code-field';
import { ProductCell } from './product-cell';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useIntentKey } from './use-intent-key';
import { useMay, useStockPlaces } from './use-stock-places';

type Line = FoundCode & { quantityMilli: number };

/** A new transfer: from, to, and what: scanned, typed or pasted from a sheet. */
export function NewTransferScreen() {
  const t = useTranslations('stock-work.transfers');
  const shell = useTranslations('shell');
  const router = useRouter();
  const places = useStockPlaces();
  const may = useMay();
  const keyOf = useIntentKey();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isApproved, setApproved] = useState(false);
  const [lines, setLines] = useState<Line[]>([]);
  const mayApprove = from !== null && may(['operations', 'store_manager'], from);
  const add = (found: (FoundCode & { units: number })[]): void => setLines((before) => found.reduce((list, { units, ...product }) => {
    const there = list.find((line) => line.variantId === product.variantId);
    return there ? list.map((line) => (line === there ? { ...line, quantityMilli: line.quantityMilli + units * 1000 } : line)) : [...list, { ...product, quantityMilli: units * 1000 }];
  }, before));
  const request = useMutation({
    mutationFn: (body: RequestTransferRequest) => api.post('/api/stock/transfers', { body, idempotencyKey: keyOf(body) }),
    onSuccess: (transfer) => { sayDone({ text: t('asked', { number: transfer.number }) }); router.push(`/stock/transfers/${transfer.id}`); },
  });
  const isReady = from !== null && to !== null && from !== to && lines.length > 0 && lines.every((line) => line.quantityMilli > 0);
  const send = (): void => { if (isReady) request.mutate({ fromLocationId: from, toLocationId: to, note: note.trim(), approve: isApproved && mayApprove, lines: lines.map(({ variantId, quantityMilli }) => ({ variantId, quantityMilli })) }); };
  const columns: DataColumn<Line>[] = [
    { id: 'product', header: t('column.product'), isRowHeader: true, cell: (line) => <ProductCell product={line} /> },
    { id: 'quantity', header: t('column.quantity'), align: 'end', cell: (line) => <div className={styles.quantity}><NumberField label={t('quantityOf', { sku: line.sku })} aria-label={t('quantityOf', { sku: line.sku })} value={line.quantityMilli / 1000} minValue={0.001} maxValue={1_000_000} formatOptions={{ maximumFractionDigits: 3 }} onChange={(units) => setLines((before) => before.map((one) => (one.variantId === line.variantId ? { ...one, quantityMilli: Number.isFinite(units) ? Math.round(units * 1000) : 0 } : one)))} /></div> },
    { id: 'remove', header: <span className="os-hidden">{t('remove')}</span>, align: 'end', cell: (line) => <IconButton quiet label={t('removeOf', { sku: line.sku })} icon={<X size={18} aria-hidden="true" />} onPress={() => setLines((before) => before.filter((one) => one.variantId !== line.variantId))} /> },
  ];
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/stock/transfers' }, { label: t('new') }]} title={t('new')} description={t('newHint')}
        actions={<Button variant="primary" isDisabled={!isReady} isPending={request.isPending} onPress={send}>{isApproved && mayApprove ? t('requestApproved') : t('request')}</Button>} />
      <StockNav />
      <div className={styles.stack}>
        {request.error ? <ScreenError error={request.error} /> : null}
        <Panel title={t('where')}>
          <div className={styles.form}>
            <div className={styles.pair}>
              <Select label={t('from')} options={places} value={from} onChange={setFrom} />
              <Select label={t('to')} options={places.map((place) => ({ ...place, isDisabled: place.id === from }))} value={to} onChange={setTo} />
            </div>
            <TextField label={t('note')} value={note} onChange={setNote} maxLength={500} />
            {mayApprove ? <Checkbox isSelected={isApproved} onChange={setApproved}>{t('approveAtOnce')}</Checkbox> : null}
          </div>
        </Panel>
        <Panel title={t('what')}>
          <div className={styles.form}>
            <CodeField onFound={add} />
            <DataTable caption={t('what')} columns={columns} rows={lines} rowKey={(line) => line.variantId} empty={<EmptyState title={t('noLines')}>{t('noLinesText')}</EmptyState>} />
          </div>
        </Panel>
      </div>
    </>
  );
}
