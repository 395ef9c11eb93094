'use client';
import type { CountAnswer } from '@oneshelf/contracts';
import { ChipGroup, type DataColumn, DataTable, EmptyState, formatQuantity, Select, Tag } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProductCell } from './product-cell';
import styles from './stock-work.module.css';

type Line = CountAnswer['lines'][number];
const REASONS = ['theft', 'damaged', 'wrong_delivery', 'found', 'sample', 'other'] as const;
const MOST = 200;

/** The products of a count. While it runs nothing of what is expected; then the differences, largest first. */
export function CountLines({ count, reasons, onReason }: { count: CountAnswer; reasons: Record<string, string>; onReason: (lineId: string, reason: string) => void }) {
  const t = useTranslations('stock-work.counts');
  const isTold = count.status === 'review' || count.status === 'posted';
  const [shown, setShown] = useState<string | null>(null);
  const view = shown ?? (isTold ? 'differing' : 'all');
  const differing = count.lines.filter((line) => (line.varianceMilli ?? 0) !== 0);
  const open = count.lines.filter((line) => line.countedMilli === null);
  const lines = view === 'differing' ? [...differing].sort((a, b) => Math.abs(b.varianceMinor ?? 0) - Math.abs(a.varianceMinor ?? 0) || Math.abs(b.varianceMilli ?? 0) - Math.abs(a.varianceMilli ?? 0)) : view === 'open' ? open : count.lines;
  const columns = useColumns({ count, reasons, onReason, isTold });
  return (
    <div className={styles.form}>
      <ChipGroup label={t('showLines')} value={view} onChange={setShown} chips={[{ id: 'all', label: t('allLines'), count: count.lines.length }, { id: 'open', label: t('openLines'), count: open.length }, ...(isTold ? [{ id: 'differing', label: t('differingLines'), count: differing.length }] : [])]} />
      <DataTable caption={t('lines')} columns={columns} rows={lines.slice(0, MOST)} rowKey={(line) => line.id} empty={<EmptyState title={view === 'differing' ? t('noneDiffers') : t('noLines')} />} />
      {lines.length > MOST ? <p className={styles.muted}>{t('moreLines', { count: lines.length - MOST })}</p> : null}
    </div>
  );
}

function useColumns({ count, reasons, onReason, isTold }: { count: CountAnswer; reasons: Record<string, string>; onReason: (lineId: string, reason: string) => void; isTold: boolean }): DataColumn<Line>[] {
  const t = useTranslations('stock-work.counts');
  const why = useTranslations('stock-work.reasons');
  const locale = useLocale();
  const format = useFormatter();
  const quantity = (milli: number | null, unit: Line['unit']) => (milli === null ? <span className={styles.muted}>{t('notCounted')}</span> : formatQuantity(milli, locale, unit));
  const signed = (milli: number, unit: Line['unit']) => `${milli > 0 ? '+' : ''}${formatQuantity(milli, locale, unit)}`;
  const money = (minor: number) => format.number(minor / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const columns: DataColumn<Line>[] = [
    { id: 'product', header: t('column.product'), isRowHeader: true, cell: (line) => <><ProductCell product={line} />{line.planned ? null : <Tag>{t('besidePlan')}</Tag>}{line.round === 2 ? <Tag tone="waiting">{t('countedAgain')}</Tag> : null}</> },
    { id: 'counted', header: t('column.countedUnits'), align: 'end', cell: (line) => quantity(line.countedMilli, line.unit) },
    { id: 'counters', header: t('column.counters'), cell: (line) => line.counters.join(', ') },
  ];
  if (!isTold) return columns;
  return [
    ...columns.slice(0, 1),
    { id: 'expected', header: t('column.expected'), align: 'end', cell: (line) => quantity(line.expectedMilli, line.unit) },
    ...(count.lines.some((line) => line.firstCountMilli !== null) ? [{ id: 'first', header: t('column.first'), align: 'end' as const, cell: (line: Line) => (line.firstCountMilli === null ? '–' : formatQuantity(line.firstCountMilli, locale, line.unit)) }] : []),
    columns[1] as DataColumn<Line>,
    { id: 'variance', header: t('column.variance'), align: 'end', cell: (line) => (line.varianceMilli === null ? '–' : <span className={line.varianceMilli < 0 ? styles.gone : undefined}>{signed(line.varianceMilli, line.unit)}</span>) },
    { id: 'value', header: t('column.value'), align: 'end', cell: (line) => (line.varianceMinor === null ? '–' : money(line.varianceMinor)) },
    { id: 'since', header: t('column.since'), align: 'end', cell: (line) => (line.movedSinceMilli ? signed(line.movedSinceMilli, line.unit) : '–') },
    columns[2] as DataColumn<Line>,
    {
      id: 'reason', header: t('column.reason'),
      cell: (line) => count.status === 'review' && (line.varianceMilli ?? 0) !== 0
        ? <Select label={t('reasonOf', { sku: line.sku })} labelHidden options={REASONS.map((id) => ({ id, label: why(id) }))} value={reasons[line.id] ?? line.reason} placeholder={t('noReason')} onChange={(id) => onReason(line.id, id)} />
        : REASONS.find((id) => id === line.reason) ? why(line.reason as (typeof REASONS)[number]) : (line.reason ?? ''),
    },
  ];
}
