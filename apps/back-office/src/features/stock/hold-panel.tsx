'use client';
import type { StockDetailAnswer } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity, Panel } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { usePlaceName } from './use-place-name';
import { useStockUnit } from './stock-unit';

type Hold = StockDetailAnswer['holds'][number];

/** The checkouts that keep units for a while; nothing where none does. */
export function HoldPanel({ rows }: { rows: Hold[] }) {
  const t = useTranslations('stock');
  return rows.length === 0 ? null : <Panel title={t('held')}><HoldTable rows={rows} /></Panel>;
}

export function HoldTable({ rows }: { rows: Hold[] }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const format = useFormatter();
  const placeName = usePlaceName();
  const columns: DataColumn<Hold>[] = [
    { id: 'for', header: t('column.heldFor'), cell: (row) => row.heldFor },
    { id: 'place', header: t('column.location'), cell: (row) => placeName(row.locationId) },
    { id: 'since', header: t('column.since'), cell: (row) => format.dateTime(new Date(row.heldAt), { timeStyle: 'short' }) },
    { id: 'until', header: t('column.until'), cell: (row) => <time dateTime={row.expiresAt}>{format.dateTime(new Date(row.expiresAt), { timeStyle: 'medium' })}</time> },
    { id: 'quantity', header: t('column.quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale, unit) },
  ];
  return <DataTable caption={t('held')} columns={columns} rows={rows} rowKey={(row) => `${row.holdId}-${row.lineId}-${row.locationId}`} />;
}
