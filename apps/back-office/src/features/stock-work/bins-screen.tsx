'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AddBinsRequest, BinListAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, formatQuantities, Panel, Select, Skeleton, Tag, TextField, TicketHeader } from '@oneshelf/ui';
import { useRouter, useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { BinFileDialog } from './bin-file-dialog';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useMay, useStockPlaces } from './use-stock-places';

/** Under the key of stock, so that whatever changes it refreshes them too. */
const binsOf = (locationId: string) => apiQuery('/api/stock/bins', { params: { query: { locationId } } });

/** The bins of one location in walk order, and what is there by aisle. */
export function BinsScreen() {
  const t = useTranslations('stock-work.bins');
  const shell = useTranslations('shell');
  const places = useStockPlaces();
  const router = useRouter();
  const chosen = useSearchParams().get('location');
  const locationId = chosen ?? places[0]?.id ?? '';
  const mayEdit = useMay()(['operations', 'store_manager'], locationId);
  const [isFileOpen, setFileOpen] = useState(false);
  const bins = useQuery({ ...binsOf(locationId), enabled: locationId !== '' });
  return (
    <div className={styles.form}>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('stock'), href: '/stock' }, { label: t('title') }]} title={t('title')} description={t('description')} actions={mayEdit ? <Button onPress={() => setFileOpen(true)}>{t('file')}</Button> : undefined} />
      <StockNav />
      <div className={styles.row}><Select label={t('location')} options={places} value={locationId} onChange={(id) => router.replace(`/stock/bins?location=${id}`)} /></div>
      {mayEdit ? <AddBins key={locationId} locationId={locationId} /> : null}
      {bins.error ? <ScreenError error={bins.error} onRetry={() => void bins.refetch()} /> : null}
      {bins.data ? <Bins data={bins.data} mayEdit={mayEdit} /> : bins.error ? null : <Skeleton lines={6} height={32} />}
      {isFileOpen ? <BinFileDialog locationId={locationId} onClose={() => setFileOpen(false)} /> : null}
    </div>
  );
}

function AddBins({ locationId }: { locationId: string }) {
  const t = useTranslations('stock-work.bins');
  const client = useQueryClient();
  const [range, setRange] = useState({ from: '', to: '' });
  const add = useMutation({
    mutationFn: (body: AddBinsRequest) => api.post('/api/stock/bins', { body }),
    onSuccess: async ({ added, known }) => {
      await client.invalidateQueries({ queryKey: ['stock'] });
      sayDone({ text: t('added', { added, known }) });
      setRange({ from: '', to: '' });
    },
  });
  const isReady = range.from.trim() !== '';
  const send = () => { if (isReady) add.mutate({ locationId, from: range.from.trim(), to: range.to.trim() === '' ? range.from.trim() : range.to.trim() }); };
  return (
    <Panel title={t('addTitle')}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); send(); }}>
        {add.error ? <ScreenError error={add.error} notDone={t('nothingAdded')} /> : null}
        <div className={styles.range}>
          <TextField label={t('from')} description={t('fromHint')} value={range.from} onChange={(from) => setRange({ ...range, from })} maxLength={20} />
          <TextField label={t('to')} description={t('toHint')} value={range.to} onChange={(to) => setRange({ ...range, to })} maxLength={20} />
          <Button variant="primary" type="submit" isDisabled={!isReady} isPending={add.isPending} onPress={send}>{t('add')}</Button>
        </div>
      </form>
    </Panel>
  );
}

function Bins({ data, mayEdit }: { data: BinListAnswer; mayEdit: boolean }) {
  const t = useTranslations('stock-work.bins');
  const locale = useLocale();
  const columns: DataColumn<BinListAnswer['bins'][number]>[] = [
    { id: 'code', header: t('column.code'), isRowHeader: true, cell: (bin) => <>{bin.code} {bin.isClosed ? <Tag tone="waiting">{t('closed')}</Tag> : null}</> },
    { id: 'aisle', header: t('column.aisle'), cell: (bin) => bin.aisle },
    { id: 'walk', header: t('column.walk'), align: 'end', cell: (bin) => bin.walk },
    { id: 'products', header: t('column.products'), align: 'end', cell: (bin) => bin.products },
    ...(mayEdit ? [{ id: 'act', header: t('column.act'), align: 'end' as const, cell: (bin: BinListAnswer['bins'][number]) => <CloseBin bin={bin} /> }] : []),
  ];
  const aisles: DataColumn<BinListAnswer['aisles'][number]>[] = [
    { id: 'aisle', header: t('column.aisle'), isRowHeader: true, cell: (row) => row.aisle ?? t('noBin') },
    { id: 'products', header: t('column.products'), align: 'end', cell: (row) => row.products },
    { id: 'onHand', header: t('column.onHand'), align: 'end', cell: (row) => formatQuantities(row.onHand, locale) },
  ];
  return (
    <>
      <Panel title={t('byAisle')}><DataTable caption={t('byAisle')} columns={aisles} rows={data.aisles} rowKey={(row) => row.aisle ?? ''} empty={<EmptyState title={t('noStock')}>{t('noStockHint')}</EmptyState>} /></Panel>
      <Panel title={t('inWalkOrder')}><DataTable caption={t('inWalkOrder')} columns={columns} rows={data.bins} rowKey={(bin) => bin.id} empty={<EmptyState title={t('empty')}>{mayEdit ? t('emptyHint') : t('emptyAsk')}</EmptyState>} /></Panel>
    </>
  );
}

/** A closed bin is not offered any more; what stands there is shown until it is moved. */
function CloseBin({ bin }: { bin: BinListAnswer['bins'][number] }) {
  const t = useTranslations('stock-work.bins');
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (isClosed: boolean) => api.put('/api/stock/bins/{id}', { params: { path: { id: bin.id } }, body: { isClosed } }),
    onSuccess: async (_answer, isClosed) => {
      await client.invalidateQueries({ queryKey: ['stock'] });
      sayDone({ text: t(isClosed ? 'nowClosed' : 'nowOpen', { code: bin.code }) });
    },
  });
  return (
    <>
      {set.error ? <ScreenError error={set.error} notDone={t('nothingSet')} /> : null}
      <Button size="small" aria-label={t(bin.isClosed ? 'openOf' : 'closeOf', { code: bin.code })} isPending={set.isPending} onPress={() => set.mutate(!bin.isClosed)}>{t(bin.isClosed ? 'open' : 'close')}</Button>
    </>
  );
}
