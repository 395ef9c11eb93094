'use client';
import type { StockDetailAnswer } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity, Panel } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { usePlaceName } from './use-place-name';
import { useStockUnit } from './stock-unit';

type Reservation = StockDetailAnswer['reservations'][number];

/** The orders that hold units of this product. */
export function ReservationPanel({ detail }: { detail: StockDetailAnswer }) {
  const t = useTranslations('stock');
  return <Panel title={t('reservations')}><ReservationTable rows={detail.reservations} /></Panel>;
}

export function ReservationTable({ rows }: { rows: Reservation[] }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const format = useFormatter();
  const placeName = usePlaceName();
  const columns: DataColumn<Reservation>[] = [
    { id: 'order', header: t('column.order'), cell: (row) => <Link href={`/orders/${row.orderId}`}>{t('openOrder')}</Link> },
    { id: 'place', header: t('column.location'), cell: (row) => placeName(row.locationId) },
    { id: 'since', header: t('column.since'), cell: (row) => format.dateTime(new Date(row.createdAt), { dateStyle: 'medium', timeStyle: 'short' }) },
    { id: 'quantity', header: t('column.quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale, unit) },
  ];
  return <DataTable caption={t('reservations')} columns={columns} rows={rows} rowKey={(row) => `${row.orderLineId}-${row.locationId}`} empty={<p>{t('noReservations')}</p>} />;
}
