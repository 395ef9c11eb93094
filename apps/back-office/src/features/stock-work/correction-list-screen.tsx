'use client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectionListAnswer } from '@oneshelf/contracts';
import { Button, ChipGroup, type DataColumn, DataTable, formatQuantity, LinkButton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { api, apiPages } from '../../api';
import { PagedList } from '../../paged-list';
import { ScreenError } from '../../screen-error';
import { signedInUser } from '../../signed-in-user';
import { sayDone } from '../../toasts';
import { useUrlState } from '../../use-url-state';
import { usePlaceName } from '../stock/use-place-name';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';

type Item = CorrectionListAnswer['items'][number];
type Act = { id: string; what: 'apply' | 'refuse' | 'undo' };
const VIEWS = ['all', 'waiting', 'applied', 'refused', 'undone'] as const;

/** Corrections by hand: what waits for a second person, and what was done, with the way back. */
export function CorrectionListScreen() {
  const t = useTranslations('stock-work.corrections');
  const [status, setStatus] = useUrlState('status', 'all');
  const [id, setId] = useUrlState('id', '');
  const client = useQueryClient();
  const view = VIEWS.find((one) => one === status) ?? 'all';
  const query = useInfiniteQuery(apiPages('/api/stock/corrections', { params: { query: { status: view === 'all' ? null : view, id: id === '' ? null : id } } }));
  const act = useMutation({
    mutationFn: ({ id, what }: Act) => (what === 'undo' ? api.post('/api/stock/corrections/{id}/undo', { params: { path: { id } } }) : api.post('/api/stock/corrections/{id}/decision', { params: { path: { id } }, body: { decision: what } })),
    onSuccess: async (_answer, { what }) => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: t(`done.${what}`) }); },
  });
  const columns = useColumns((what) => act.mutate(what), act.isPending);
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <StockNav />
      <div className="office-filters"><ChipGroup label={t('show')} value={view} onChange={(id) => setStatus(id ?? 'all')} chips={VIEWS.map((id) => ({ id, label: t(`views.${id}`) }))} /></div>
      {id === '' ? null : <div className="office-filters"><Button size="small" onPress={() => setId('')}>{t('allOfThem')}</Button><LinkButton size="small" href={`/history?subjectId=${id}`}>{t('itsHistory')}</LinkButton></div>}
      {act.error ? <ScreenError error={act.error} /> : null}
      <PagedList query={query} empty={{ title: t('empty.title'), text: t('empty.text'), onClear: view === 'all' && id === '' ? undefined : () => { setStatus('all'); setId(''); } }}>
        {(items) => <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(item) => item.id} />}
      </PagedList>
    </>
  );
}

function useColumns(onAct: (act: Act) => void, isPending: boolean): DataColumn<Item>[] {
  const t = useTranslations('stock-work.corrections');
  const why = useTranslations('stock-work.reasons');
  const locale = useLocale();
  const format = useFormatter();
  const placeName = usePlaceName();
  const { data: user } = useQuery(signedInUser);
  const looks = { waiting: { label: t('status.waiting'), tone: 'waiting' }, applied: { label: t('status.applied'), tone: 'done' }, refused: { label: t('status.refused'), tone: 'neutral' }, undone: { label: t('status.undone'), tone: 'neutral' } } as const;
  return [
    { id: 'at', header: t('column.at'), isRowHeader: true, cell: (item) => <time dateTime={item.createdAt}>{format.dateTime(new Date(item.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}</time> },
    { id: 'what', header: t('column.what'), cell: (item) => <Moves item={item} /> },
    { id: 'reason', header: t('column.reason'), cell: (item) => [why(item.reason), item.note].filter(Boolean).join(': ') },
    { id: 'place', header: t('column.place'), cell: (item) => item.locationIds.slice(0, 3).map(placeName).join(', ') },
    { id: 'units', header: t('column.units'), align: 'end', cell: (item) => formatQuantity(item.unitsMilli, locale) },
    { id: 'status', header: t('column.status'), cell: (item) => <StatusTag status={item.status} looks={looks} /> },
    { id: 'who', header: t('column.who'), cell: (item) => [item.requestedBy, item.decidedBy].filter(Boolean).join(', ') },
    {
      id: 'act', header: <span className="os-hidden">{t('column.act')}</span>, align: 'end',
      cell: (item) => (
        <div className={styles.acts}>
          {item.status === 'waiting' && item.requestedById !== user?.id ? <Button size="small" variant="primary" isDisabled={isPending} onPress={() => onAct({ id: item.id, what: 'apply' })}>{t('apply')}</Button> : null}
          {item.status === 'waiting' ? <Button size="small" isDisabled={isPending} onPress={() => onAct({ id: item.id, what: 'refuse' })}>{item.requestedById === user?.id ? t('takeBack') : t('refuse')}</Button> : null}
          {item.status === 'applied' ? <Button size="small" isDisabled={isPending} onPress={() => onAct({ id: item.id, what: 'undo' })}>{t('undo')}</Button> : null}
        </div>
      ),
    },
  ];
}

function Moves({ item }: { item: Item }) {
  const t = useTranslations('stock-work.corrections');
  const bucket = useTranslations('stock-work.buckets');
  const locale = useLocale();
  const names = ['sellable', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine', 'shrink'] as const;
  const nameOf = (name: string): string => { const known = names.find((one) => one === name); return known ? bucket(known) : name; };
  return (
    <div className={styles.product}>
      {item.moves.slice(0, 3).map((move) => <span key={`${move.variantId}-${move.locationId}-${move.from}`}>{move.sku}: {t('move', { quantity: formatQuantity(move.quantityMilli, locale, move.unit), from: nameOf(move.from), to: nameOf(move.to) })}</span>)}
      {item.moveCount > 3 ? <small>{t('moreMoves', { count: item.moveCount - 3 })}</small> : null}
    </div>
  );
}
