'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, EmptyState, LinkButton, SearchField, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState } from 'react';
import { apiPages, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { usePlaceName } from '../stock/use-place-name';
import { editsOf, type GridColumn, rowsOf, type SheetNumber } from './sheet-edits';
import { SheetProblems } from './sheet-problems';
import { SheetReviewDialog } from './sheet-review-dialog';
import { decimalSignOf, type ShownSheet } from './stock-block';
import { emptyDraft, numbersOf, problemKeys, writeCells } from './stock-draft';
import { StockFileDialog } from './stock-file-dialog';
import { StockGrid } from './stock-grid';
import gridStyles from './stock-grid.module.css';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import type { CellPosition } from '../../sheet/cell-position';
import type { CellSelection } from '../../sheet/cell-selection';
import { useGridWords } from './use-grid-words';
import { useMay, useStockPlaces } from './use-stock-places';

const NUMBERS = ['on_hand', 'available', 'quality_control', 'quarantine', 'refurbish', 'damaged', 'safety'] as const;
const ONLY = ['any', 'below_zero', 'zero', 'some'] as const;
const ALL = 'all';
const PAGE = 2000;
const FIRST: CellPosition = { row: 0, column: 1 };

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
  const locationIds = useMemo(() => pages?.[0]?.locationIds ?? [], [pages]);
  const [draft, setDraft] = useState(emptyDraft);
  const [selection, setSelection] = useState<CellSelection>({ anchor: FIRST, focus: FIRST });
  const pane = useRef<HTMLDivElement>(null);
  const goTo = (cell: CellPosition): void => { setSelection({ anchor: cell, focus: cell }); pane.current?.focus(); };
  const [said, setSaid] = useGridWords();
  const decimalSign = decimalSignOf(useLocale());
  const [open, setOpen] = useState<'review' | 'file' | null>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = sheet;
  const onNearEnd = useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const mayEdit = may(['operations', 'store_manager']);
  const showsBins = filters.bins === 'shown' && locationIds.length === 1;
  const columns: GridColumn[] = [
    ...(showsBins ? [{ id: 'bin', name: t('bin'), kind: 'bin' as const, level: -1, isEditable: false }] : []),
    ...locationIds.map((id, level): GridColumn => ({ id, name: placeName(id), kind: 'place', level, isEditable: may(['operations', 'store_manager'], id) })),
  ];
  const shown: ShownSheet = { rows, columns, draft, decimalSign };
  const edits = editsOf(numbersOf(draft), rows, locationIds);
  const bad = problemKeys(draft);
  const forget = (keys: Iterable<string>): void => setDraft(writeCells(draft, new Map([...keys].map((key) => [key, null]))));
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
      {rows.length > 0 ? <StockGrid label={t('title')} sheet={shown} onDraft={mayEdit ? setDraft : undefined} onNearEnd={onNearEnd} onOpen={(row) => router.push(`/stock/${rows[row]?.variantId ?? ''}`)} onSaid={setSaid} pane={pane} selection={selection} onSelection={setSelection} /> : null}
      <div className={gridStyles.bar}>
        <span className={styles.muted} role="status">{said ?? <>{hasNextPage ? t('rowsSoFar', { count: rows.length }) : t('rows', { count: rows.length })} · {mayEdit ? t('keys') : t('readOnly')}</>}</span>
        {draft.cells.size > 0 ? <div className={styles.acts}><Button onPress={() => forget(draft.cells.keys())}>{t('discard')}</Button><Button variant="primary" count={edits.length} isDisabled={bad.length > 0 || edits.length === 0} onPress={() => setOpen('review')}>{t('review')}</Button></div> : null}
      </div>
      <SheetProblems sheet={shown} onGo={goTo} onForget={forget} />
      {open === 'review' ? <SheetReviewDialog edits={edits} number={number} onClose={() => setOpen(null)} onDone={() => { setDraft(emptyDraft); setOpen(null); void sheet.refetch(); }} /> : null}
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
  const [bins, setBins] = useUrlState('bins', 'hidden');
  const [typedNumber, setNumber] = useUrlState('number', 'on_hand');
  const number: SheetNumber = NUMBERS.find((one) => one === typedNumber) ?? 'on_hand';
  const wanted = ONLY.find((one) => one === only) ?? 'any';
  const clear = (): void => { setSearch(''); setLocationId(ALL); setDepartment(ALL); setOnly('any'); setNumber('on_hand'); setBins('hidden'); };
  return {
    search, setSearch, locationId, setLocationId, department, setDepartment, only: wanted, setOnly, number, setNumber, bins, setBins, clear,
    params: { search, department: department === ALL ? null : department, only: wanted === 'any' ? null : wanted, locationIds: locationId === ALL ? null : locationId },
  };
}

function Filters({ search, setSearch, locationId, setLocationId, department, setDepartment, only, setOnly, number, setNumber, bins, setBins }: ReturnType<typeof useFilters>) {
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
      <Checkbox isSelected={bins === 'shown' && locationId !== ALL} isDisabled={locationId === ALL} onChange={(isShown) => setBins(isShown ? 'shown' : 'hidden')}>{t(locationId === ALL ? 'binsOfOne' : 'bins')}</Checkbox>
    </div>
  );
}
