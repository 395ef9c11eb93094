'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, EmptyState, LinkButton, SearchField, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { apiPages, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { usePlaceName } from '../stock/use-place-name';
import { editsOf, rowsOf, type SheetNumber } from './sheet-edits';
import { SheetReviewDialog } from './sheet-review-dialog';
import { StockFileDialog } from './stock-file-dialog';
import { StockGrid } from './stock-grid';
import gridStyles from './stock-grid.module.css';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useMay, useStockPlaces } from './use-stock-places';

const NUMBERS = ['on_hand', 'available', 'quality_control', 'quarantine', 'refurbish', 'damaged', 'safety'] as const;
const ONLY = ['any', 'below_zero', 'zero', 'some'] as const;
const ALL = 'all';
const PAGE = 2000;

/** Stock as a sheet: SKUs by locations. A changed cell is a correction; the batch is looked at once and applied once. */
export function StockSheetScreen() {
  const t = useTranslations('stock-work.sheet');
  const router = useRouter();
  const may = useMay();
  const placeName = usePlaceName();
  const filters = useFilters();
  const { params, number } = filters;
  const sheet = useInfiniteQuery({ ...apiPages('/api/stock/sheet', { params: { query: { ...params, number, limit: PAGE } } }), staleTime: 15_000 });
  const pages = sheet.data?.pages;
  const rows = useMemo(() => rowsOf(pages ?? []), [pages]);
  const locationIds = pages?.[0]?.locationIds ?? [];
  const [edits, setEdits] = useState<ReadonlyMap<string, number>>(new Map());
  const [open, setOpen] = useState<'review' | 'file' | null>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = sheet;
  const onNearEnd = useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const onEdit = (key: string, milli: number | null): void => setEdits((before) => { const next = new Map(before); if (milli === null) next.delete(key); else next.set(key, milli); return next; });
  const mayEdit = may(['operations', 'store_manager']);
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} actions={
        <div className={styles.acts}>
          <LinkButton download="stock-levels.csv" href={`/api/stock/levels.csv?${new URLSearchParams(Object.entries(params).flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value]])))}`}>{t('export')}</LinkButton>
          {mayEdit ? <Button onPress={() => setOpen('file')}>{t('import')}</Button> : null}
        </div>
      } />
      <StockNav />
      <Filters {...filters} />
      {sheet.error ? <ScreenError error={sheet.error} onRetry={() => void sheet.refetch()} /> : null}
      {sheet.isPending ? <Skeleton lines={12} height={28} /> : null}
      {pages && rows.length === 0 ? <EmptyState title={t('empty.title')} action={<Button onPress={filters.clear}>{t('clear')}</Button>}>{t('empty.text')}</EmptyState> : null}
      {rows.length > 0 ? <StockGrid label={t('title')} columns={locationIds.map((id) => ({ id, name: placeName(id) }))} rows={rows} edits={edits} onEdit={mayEdit ? onEdit : undefined} onNearEnd={onNearEnd} onOpen={(row) => router.push(`/stock/${row.variantId}`)} /> : null}
      <div className={gridStyles.bar}>
        <span className={styles.muted} role="status">{hasNextPage ? t('rowsSoFar', { count: rows.length }) : t('rows', { count: rows.length })} · {mayEdit ? t('keys') : t('readOnly')}</span>
        {edits.size > 0 ? <div className={styles.acts}><Button onPress={() => setEdits(new Map())}>{t('discard')}</Button><Button variant="primary" count={edits.size} onPress={() => setOpen('review')}>{t('review')}</Button></div> : null}
      </div>
      {open === 'review' ? <SheetReviewDialog edits={editsOf(edits, rows, locationIds)} number={number} onClose={() => setOpen(null)} onDone={() => { setEdits(new Map()); setOpen(null); void sheet.refetch(); }} /> : null}
      {open === 'file' ? <StockFileDialog onClose={() => setOpen(null)} onDone={() => { setOpen(null); void sheet.refetch(); }} /> : null}
    </>
  );
}

/** The filters live in the address, so that a link shows the same sheet. */
function useFilters() {
  const [search, setSearch] = useUrlState('search', '');
  const [locationId, setLocationId] = useUrlState('location', ALL);
  const [department, setDepartment] = useUrlState('department', ALL);
  const [only, setOnly] = useUrlState('only', 'any');
  const [typedNumber, setNumber] = useUrlState('number', 'on_hand');
  const number: SheetNumber = NUMBERS.find((one) => one === typedNumber) ?? 'on_hand';
  const wanted = ONLY.find((one) => one === only) ?? 'any';
  const clear = (): void => { setSearch(''); setLocationId(ALL); setDepartment(ALL); setOnly('any'); setNumber('on_hand'); };
  return {
    search, setSearch, locationId, setLocationId, department, setDepartment, only: wanted, setOnly, number, setNumber, clear,
    params: { search, department: department === ALL ? null : department, only: wanted === 'any' ? null : wanted, locationIds: locationId === ALL ? null : locationId },
  };
}

function Filters({ search, setSearch, locationId, setLocationId, department, setDepartment, only, setOnly, number, setNumber }: ReturnType<typeof useFilters>) {
  const t = useTranslations('stock-work.sheet');
  const places = useStockPlaces();
  const { data } = useQuery(apiQuery('/api/stock/departments'));
  const [typed, setTyped] = useState(search);
  return (
    <div className="office-filters">
      <SearchField label={t('search')} placeholder={t('searchHint')} clearLabel={t('clear')} value={typed} onChange={setTyped} onSubmit={setSearch} onClear={() => setSearch('')} />
      <Select label={t('number')} labelHidden options={NUMBERS.map((id) => ({ id, label: t(`numbers.${id}`) }))} value={number} onChange={setNumber} />
      <Select label={t('place')} labelHidden options={[{ id: ALL, label: t('everywhere') }, ...places]} value={locationId} onChange={setLocationId} />
      <Select label={t('department')} labelHidden options={[{ id: ALL, label: t('everyDepartment') }, ...(data?.departments ?? []).map((name) => ({ id: name, label: name }))]} value={department} onChange={setDepartment} />
      <Select label={t('only')} labelHidden options={ONLY.map((id) => ({ id, label: t(`onlys.${id}`) }))} value={only} onChange={setOnly} />
    </div>
  );
}
