'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { CountListAnswer } from '@oneshelf/contracts';
import { Button, ChipGroup, type DataColumn, DataTable, Panel, Select, StatusTag, Tag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { apiPages, apiQuery } from '../../api';
import { PagedList } from '../../paged-list';
import { useUrlState } from '../../use-url-state';
import { usePlaceName } from '../stock/use-place-name';
import { PlanCountDialog } from './plan-count-dialog';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useCountLooks } from './use-count-looks';
import { useMay, useStockPlaces } from './use-stock-places';

type Count = CountListAnswer['items'][number];
const VIEWS = ['running', 'open', 'recount', 'review', 'posted', 'cancelled'] as const;
const EVERYWHERE = 'all';

/** Counts of all places, how far they are, and how right the numbers were. */
export function CountListScreen() {
  const t = useTranslations('stock-work.counts');
  const [status, setStatus] = useUrlState('status', 'running');
  const [locationId, setLocationId] = useUrlState('location', EVERYWHERE);
  const [isPlanning, setPlanning] = useState(false);
  const may = useMay();
  const places = useStockPlaces();
  const view = VIEWS.find((one) => one === status) ?? 'running';
  const query = useInfiniteQuery({ ...apiPages('/api/stock/counts', { params: { query: { status: view, locationId: locationId === EVERYWHERE ? null : locationId } } }), refetchInterval: 10_000 });
  const columns = useColumns();
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} actions={may(['operations', 'store_manager']) ? <Button variant="primary" onPress={() => setPlanning(true)}>{t('plan')}</Button> : undefined} />
      <StockNav />
      <div className={styles.stack}>
        <div className="office-filters">
          <ChipGroup label={t('show')} value={view} onChange={(id) => setStatus(id ?? 'running')} chips={VIEWS.map((id) => ({ id, label: t(`views.${id}`) }))} />
          <Select label={t('place')} labelHidden options={[{ id: EVERYWHERE, label: t('everywhere') }, ...places]} value={locationId} onChange={setLocationId} />
        </div>
        <PagedList query={query} empty={{ title: t('empty.title'), text: t('empty.text'), onClear: view === 'running' && locationId === EVERYWHERE ? undefined : () => { setStatus('running'); setLocationId(EVERYWHERE); } }}>
          {(counts) => <DataTable caption={t('title')} columns={columns} rows={counts} rowKey={(each) => each.id} />}
        </PagedList>
        <Accuracy />
      </div>
      {isPlanning ? <PlanCountDialog onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

function useColumns(): DataColumn<Count>[] {
  const t = useTranslations('stock-work.counts');
  const format = useFormatter();
  const placeName = usePlaceName();
  const looks = useCountLooks();
  return [
    { id: 'title', header: t('column.count'), isRowHeader: true, cell: (each) => <Link href={`/stock/counts/${each.id}`} className={styles.product}><strong>{each.title === '' ? t('shortPicks') : each.title}</strong><small>{each.number}</small></Link> },
    { id: 'place', header: t('column.place'), cell: (each) => placeName(each.locationId) },
    { id: 'status', header: t('column.status'), cell: (each) => <StatusTag status={each.status} looks={looks} /> },
    { id: 'progress', header: t('column.counted'), align: 'end', cell: (each) => t('progress', { done: each.countedCount, total: each.lineCount }) },
    { id: 'accuracy', header: t('column.accuracy'), align: 'end', cell: (each) => (each.accuracyBasisPoints === null ? '–' : format.number(each.accuracyBasisPoints / 10_000, { style: 'percent', maximumFractionDigits: 1 })) },
    { id: 'by', header: t('column.by'), cell: (each) => each.plannedBy },
    { id: 'at', header: t('column.at'), cell: (each) => <time dateTime={each.createdAt}>{format.dateTime(new Date(each.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}</time> },
  ];
}

/** The share of right numbers by place and month; what is below the target says so in words. */
function Accuracy() {
  const t = useTranslations('stock-work.counts');
  const format = useFormatter();
  const placeName = usePlaceName();
  const { data } = useQuery(apiQuery('/api/stock/counts/accuracy'));
  if (!data) return null;
  const percent = (basisPoints: number) => format.number(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 1 });
  type Row = (typeof data)['items'][number];
  const columns: DataColumn<Row>[] = [
    { id: 'month', header: t('column.month'), cell: (row) => format.dateTime(new Date(`${row.month}-15T12:00:00Z`), { year: 'numeric', month: 'long' }) },
    { id: 'place', header: t('column.place'), isRowHeader: true, cell: (row) => placeName(row.locationId) },
    { id: 'counts', header: t('column.counts'), align: 'end', cell: (row) => format.number(row.counts) },
    { id: 'right', header: t('column.right'), align: 'end', cell: (row) => t('progress', { done: row.rightLines, total: row.countedLines }) },
    { id: 'accuracy', header: t('column.accuracy'), align: 'end', cell: (row) => <>{row.accuracyBasisPoints < data.targetBasisPoints ? <Tag tone="blocked">{t('belowTarget')}</Tag> : <Tag tone="done">{t('onTarget')}</Tag>} {percent(row.accuracyBasisPoints)}</> },
  ];
  return (
    <Panel title={t('accuracyTitle', { target: percent(data.targetBasisPoints) })}>
      <DataTable caption={t('column.accuracy')} columns={columns} rows={data.items} rowKey={(row) => `${row.locationId}-${row.month}`} empty={<p className={styles.muted}>{t('noAccuracy')}</p>} />
    </Panel>
  );
}
