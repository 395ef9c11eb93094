'use client';
import { ApiProblem } from '@oneshelf/api-client';
import { useQuery } from '@tanstack/react-query';
import type { LotTrace } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, formatQuantity, LinkButton, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { DocumentLink } from '../stock/document-link';
import { useMovementReason } from '../stock/use-movement-reason';
import { usePlaceName } from '../stock/use-place-name';
import { lotTrace } from './lot-queries';
import { LotTag } from './lot-tag';
import { useDay } from './use-day';

/** One lot: where it is, and every document that had it, for a recall. */
export function LotScreen({ lotId }: { lotId: string }) {
  const t = useTranslations('lots');
  const { data, error, refetch } = useQuery(lotTrace(lotId));
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missing.title')} action={<LinkButton href="/stock/lots">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  if (data) return <Lot trace={data} />;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} height={32} />;
}

function Lot({ trace: { product, lot, places, moves, moveCount } }: { trace: LotTrace }) {
  const t = useTranslations('lots');
  const stock = useTranslations('stock');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const format = useFormatter();
  const day = useDay();
  const placeName = usePlaceName();
  const reasonOf = useMovementReason();
  const quantity = (milli: number) => formatQuantity(milli, locale);
  const out = moves.reduce((sum, move) => sum + (move.to === 'customer' ? move.quantityMilli : 0) - (move.from === 'customer' ? move.quantityMilli : 0), 0);
  const placeColumns: DataColumn<LotTrace['places'][number]>[] = [
    { id: 'place', header: t('column.place'), isRowHeader: true, cell: (row) => placeName(row.locationId) },
    { id: 'state', header: t('column.expires'), cell: (row) => <LotTag state={row.state} days={row.remainingDays} /> },
    { id: 'shelf', header: t('column.shelf'), align: 'end', cell: (row) => quantity(row.shelfMilli) },
    { id: 'apart', header: t('column.apart'), align: 'end', cell: (row) => quantity(row.apartMilli) },
  ];
  const moveColumns: DataColumn<LotTrace['moves'][number]>[] = [
    { id: 'at', header: stock('column.time'), cell: (move) => <time dateTime={move.occurredAt}>{format.dateTime(new Date(move.occurredAt), { dateStyle: 'short', timeStyle: 'short' })}</time> },
    { id: 'cause', header: stock('column.cause'), isRowHeader: true, cell: (move) => <><DocumentLink causeKind={move.causeKind} causeId={move.causeId} />{move.reason === '' ? '' : `: ${reasonOf(move)}`}</> },
    { id: 'place', header: t('column.place'), cell: (move) => placeName(move.locationId) },
    { id: 'way', header: t('column.way'), cell: (move) => t('way', { from: t(`buckets.${bucketName(move.from)}`), to: t(`buckets.${bucketName(move.to)}`) }) },
    { id: 'actor', header: stock('column.actor'), cell: (move) => move.actor },
    { id: 'quantity', header: stock('column.quantity'), align: 'end', cell: (move) => quantity(move.quantityMilli) },
  ];
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: stock('title'), href: '/stock' }, { label: t('title'), href: '/stock/lots' }, { label: lot.code }]} title={t('lotTitle', { code: lot.code })} description={[product.title, product.variantTitle, product.sku].filter(Boolean).join(' · ')}
        facts={[{ label: t('column.expires'), value: day(lot.expiresOn) }, { label: t('column.shelf'), value: quantity(places.reduce((sum, row) => sum + row.shelfMilli, 0)) }, { label: t('withCustomers'), value: quantity(out) }]}
        actions={<><LinkButton href={`/stock/${product.variantId}`}>{t('toProduct')}</LinkButton><LinkButton href={`/api/stock/lots/${lot.lotId}/trace.csv`}>{t('file')}</LinkButton></>} />
      <Panel title={t('where')}><DataTable caption={t('where')} columns={placeColumns} rows={places} rowKey={(row) => row.locationId} empty={<EmptyState title={t('nowhere.title')}>{t('nowhere.text')}</EmptyState>} /></Panel>
      <Panel title={t('went')}>
        <DataTable caption={t('went')} columns={moveColumns} rows={moves} rowKey={(move) => move.id} />
        {moveCount > moves.length ? <p>{t('inFile', { count: moveCount - moves.length })}</p> : null}
      </Panel>
    </>
  );
}

const named = ['sellable', 'committed', 'allotted', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine', 'supplier', 'customer', 'shrink', 'transit'] as const;
const bucketName = (bucket: string): (typeof named)[number] => named.find((one) => one === bucket) ?? 'shrink';
