'use client';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { isMeasured, lineAmount, minorUnitDigits } from '@oneshelf/domain-kernel';
import { formatQuantities, formatQuantity, IconButton, Money, NumberField, type DataColumn } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { totalOf, type DraftLine } from './order-draft';
import styles from './purchasing.module.css';

interface LineColumns {
  order: PurchaseOrderDetail;
  lines: readonly DraftLine[];
  isEditable: boolean;
  onChange: (variantId: string, values: Partial<DraftLine>) => void;
  onRemove: (variantId: string) => void;
}

/** Product, quantity, cost, what came of it; the supplier's rules stand in words under the number that breaks them. */
export function useLineColumns({ order, lines, isEditable, onChange, onRemove }: LineColumns): DataColumn<DraftLine>[] {
  const t = useTranslations('purchasing');
  const locale = useLocale();
  const digits = minorUnitDigits(order.currency);
  const savedOf = (line: DraftLine) => order.lines.find(({ variantId }) => variantId === line.variantId);
  const problemOf = (line: DraftLine): string | null => {
    const packed = line.quantityMilli % line.packMilli;
    if (packed !== 0) return t('lines.pack', { pack: formatQuantity(line.packMilli, locale, line.unit), next: formatQuantity(line.quantityMilli + line.packMilli - packed, locale, line.unit) });
    const minimum = order.problems.find((problem) => problem.lineId === savedOf(line)?.id && problem.kind === 'below_minimum');
    return minimum && line.quantityMilli < (minimum.minimumMilli ?? 0) ? t('lines.minimum', { minimum: formatQuantity(minimum.minimumMilli ?? 0, locale, line.unit) }) : null;
  };
  const came = (line: DraftLine): string => {
    const saved = savedOf(line);
    if (!saved || saved.receivedMilli + saved.closedMilli === 0) return '–';
    return [formatQuantity(saved.receivedMilli, locale, line.unit), saved.damagedMilli > 0 ? t('lines.damaged', { quantity: formatQuantity(saved.damagedMilli, locale, line.unit) }) : null, saved.checkedMilli > 0 ? t('lines.checked', { quantity: formatQuantity(saved.checkedMilli, locale, line.unit) }) : null, saved.overMilli > 0 ? t('lines.over', { quantity: formatQuantity(saved.overMilli, locale, line.unit) }) : null, saved.closedMilli > 0 ? t('lines.closed', { quantity: formatQuantity(saved.closedMilli, locale, line.unit) }) : null].filter(Boolean).join(' · ');
  };
  const columns: DataColumn<DraftLine>[] = [
    { id: 'product', header: t('columns.product'), isRowHeader: true, cell: (line) => <Link href={`/stock/${line.variantId}`} className={styles.product}>{line.title}<small>{[line.sku, line.supplierCode].filter(Boolean).join(' · ')}</small></Link>, footer: t('lines.count', { count: lines.length }) },
    {
      id: 'quantity', header: t('columns.quantity'), align: 'end', footer: <span className="os-number">{formatQuantities(lines, locale)}</span>,
      cell: (line) => (
        <>
          {isEditable ? <div className={styles.cell}><NumberField label={t('lines.quantityOf', { product: line.title })} value={line.quantityMilli / 1000} minValue={0} maxValue={1_000_000} step={line.packMilli % 1000 === 0 && !isMeasured(line.unit) ? 1 : 0.001} onChange={(value) => onChange(line.variantId, { quantityMilli: Number.isFinite(value) ? Math.round(value * 1000) : 0 })} /></div> : <span className="os-number">{formatQuantity(line.quantityMilli, locale, line.unit)}</span>}
          {problemOf(line) === null ? null : <small className={styles.problem}>{problemOf(line)}</small>}
        </>
      ),
    },
    { id: 'pack', header: t('columns.pack'), align: 'end', cell: (line) => <span className="os-number">{formatQuantity(line.packMilli, locale, line.unit)}</span> },
    {
      id: 'cost', header: t('columns.cost'), align: 'end',
      cell: (line) => (isEditable ? <div className={styles.cell}><NumberField label={t('lines.costOf', { product: line.title })} value={line.unitCostMinor / 10 ** digits} minValue={0} formatOptions={{ minimumFractionDigits: digits, maximumFractionDigits: digits }} onChange={(value) => onChange(line.variantId, { unitCostMinor: Number.isFinite(value) ? Math.round(value * 10 ** digits) : 0 })} /></div> : <Money amountMinor={line.unitCostMinor} currency={order.currency} locale={locale} />),
    },
    { id: 'total', header: t('columns.total'), align: 'end', cell: (line) => <Money amountMinor={lineAmount(line.unitCostMinor, line.quantityMilli)} currency={order.currency} locale={locale} />, footer: <Money amountMinor={totalOf(lines)} currency={order.currency} locale={locale} /> },
  ];
  if (order.status !== 'draft') columns.push({ id: 'came', header: t('columns.came'), align: 'end', cell: came });
  if (isEditable) columns.push({ id: 'remove', header: <span className="os-hidden">{t('lines.removeHead')}</span>, cell: (line) => (line.receivedMilli > 0 ? null : <IconButton quiet label={t('lines.remove', { product: line.title })} icon={<X size={16} aria-hidden="true" />} onPress={() => onRemove(line.variantId)} />) });
  return columns;
}
