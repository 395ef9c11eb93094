'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { TransferAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, formatQuantities, formatQuantity, LinkButton, Notice, Panel, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { ProductCell } from './product-cell';
import { ReceiveTransferDialog } from './receive-transfer-dialog';
import { ShipTransferDialog } from './ship-transfer-dialog';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useMay } from './use-stock-places';
import { useTransferLooks } from './use-transfer-looks';

type Act = 'approve' | 'cancel' | 'difference-seen';

/** One transfer: where it stands, what is on the road, and the next act. */
export function TransferScreen({ id }: { id: string }) {
  const t = useTranslations('stock-work.transfers');
  const { data, error, refetch } = useQuery({ ...apiQuery('/api/stock/transfers/{id}', { params: { path: { id } } }), refetchInterval: 10_000 });
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missingTitle')} action={<LinkButton href="/stock/transfers">{t('toList')}</LinkButton>} />;
  if (data) return <Transfer transfer={data} />;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} height={32} />;
}

function Transfer({ transfer }: { transfer: TransferAnswer }) {
  const t = useTranslations('stock-work.transfers');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const format = useFormatter();
  const looks = useTransferLooks();
  const client = useQueryClient();
  const [open, setOpen] = useState<'ship' | 'receive' | null>(null);
  const act = useMutation({
    mutationFn: (which: Act) => {
      const params = { path: { id: transfer.id } };
      return which === 'approve' ? api.post('/api/stock/transfers/{id}/approve', { params }) : which === 'cancel' ? api.post('/api/stock/transfers/{id}/cancel', { params }) : api.post('/api/stock/transfers/{id}/difference-seen', { params });
    },
    onSuccess: async (_answer, which) => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: t(`done.${which}`) }); },
  });
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const hasDifference = transfer.missingMilli + transfer.surplusMilli > 0;
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/stock/transfers' }, { label: transfer.number }]}
        title={t('fromTo', { from: transfer.fromName, to: transfer.toName })} description={[transfer.number, t('askedBy', { name: transfer.requestedBy, at: day(transfer.createdAt) }), transfer.note].filter(Boolean).join(' · ')}
        facts={[{ label: t('column.status'), value: <StatusTag status={transfer.status} looks={looks} />, isPlain: true }, { label: t('column.inTransit'), value: formatQuantities(transfer.lines.map(({ unit, inTransitMilli }) => ({ unit, quantityMilli: inTransitMilli })), locale) }, { label: t('column.missing'), value: formatQuantities(transfer.lines.map(({ unit, missingMilli }) => ({ unit, quantityMilli: missingMilli })), locale), tone: transfer.missingMilli > 0 ? 'blocked' : undefined }]}
        actions={<TransferActs transfer={transfer} isPending={act.isPending} onAct={act.mutate} onOpen={setOpen} />}
      />
      <StockNav />
      <div className={styles.stack}>
        {act.error ? <ScreenError error={act.error} /> : null}
        {hasDifference && transfer.differenceSeenBy === null ? <Notice tone="blocked" actions={<Button onPress={() => act.mutate('difference-seen')}>{t('seen')}</Button>}>{t('differs')}</Notice> : null}
        {transfer.differenceSeenBy === null ? null : <p className={styles.muted}>{t('seenBy', { name: transfer.differenceSeenBy })}</p>}
        <Panel title={t('what')}><TransferLines transfer={transfer} /></Panel>
      </div>
      {open === 'ship' ? <ShipTransferDialog transfer={transfer} onClose={() => setOpen(null)} /> : null}
      {open === 'receive' ? <ReceiveTransferDialog transfer={transfer} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function TransferActs({ transfer, isPending, onAct, onOpen }: { transfer: TransferAnswer; isPending: boolean; onAct: (act: Act) => void; onOpen: (what: 'ship' | 'receive') => void }) {
  const t = useTranslations('stock-work.transfers');
  const may = useMay();
  const { status, fromLocationId, toLocationId } = transfer;
  const managers = ['operations', 'store_manager'] as const;
  const staff = ['operations', 'store_manager', 'associate'] as const;
  return (
    <div className={styles.acts}>
      {status === 'requested' && may(managers, fromLocationId) ? <Button variant="primary" isPending={isPending} onPress={() => onAct('approve')}>{t('approve')}</Button> : null}
      {status === 'approved' && may(staff, fromLocationId) ? <Button variant="primary" onPress={() => onOpen('ship')}>{t('ship')}</Button> : null}
      {status === 'shipped' && may(staff, toLocationId) ? <Button variant="primary" onPress={() => onOpen('receive')}>{t('receive')}</Button> : null}
      {(status === 'requested' || status === 'approved') && (may(managers, fromLocationId) || may(managers, toLocationId)) ? <Button variant="danger" isPending={isPending} onPress={() => onAct('cancel')}>{t('cancel')}</Button> : null}
    </div>
  );
}

function TransferLines({ transfer }: { transfer: TransferAnswer }) {
  const t = useTranslations('stock-work.transfers');
  const locale = useLocale();
  type Line = TransferAnswer['lines'][number];
  const number = (id: 'requested' | 'shipped' | 'received' | 'damaged' | 'missing' | 'surplus' | 'inTransit', read: (line: Line) => number): DataColumn<Line> => ({ id, header: t(`column.${id}`), align: 'end', cell: (line) => (read(line) === 0 ? <span className={styles.muted}>–</span> : formatQuantity(read(line), locale, line.unit)), footer: formatQuantities(transfer.lines.map((line) => ({ unit: line.unit, quantityMilli: read(line) })), locale) });
  const isBefore = transfer.status === 'requested' || transfer.status === 'approved';
  const columns: DataColumn<Line>[] = [
    { id: 'product', header: t('column.product'), isRowHeader: true, cell: (line) => <ProductCell product={line} />, footer: t('sum') },
    number('requested', (line) => line.requestedMilli),
    ...(isBefore ? [{ id: 'available', header: t('column.available'), align: 'end' as const, cell: (line: Line) => <span className={line.availableMilli < line.requestedMilli ? styles.gone : undefined}>{formatQuantity(line.availableMilli, locale, line.unit)}</span> }] : [
      number('shipped', (line) => line.shippedMilli), number('received', (line) => line.receivedMilli), number('damaged', (line) => line.damagedMilli), number('missing', (line) => line.missingMilli), number('surplus', (line) => line.surplusMilli), number('inTransit', (line) => line.inTransitMilli),
    ]),
  ];
  return <DataTable caption={t('what')} columns={columns} rows={transfer.lines} rowKey={(line) => line.id} />;
}
