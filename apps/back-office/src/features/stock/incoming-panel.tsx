'use client';
import type { StockDetailAnswer } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity, Panel } from '@oneshelf/ui';
import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl';
import { usePlaceName } from './use-place-name';

type Incoming = StockDetailAnswer['incoming'][number];
type SourceKey = keyof ReturnType<typeof useMessages>['stock']['source'];

/** What documents say is on its way; it is on hand only when somebody has received it. */
export function IncomingPanel({ rows }: { rows: Incoming[] }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const format = useFormatter();
  const placeName = usePlaceName();
  const sources = useMessages().stock.source;
  const columns: DataColumn<Incoming>[] = [
    { id: 'on', header: t('column.expected'), cell: (row) => <time dateTime={row.expectedOn}>{format.dateTime(new Date(`${row.expectedOn}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })}</time> },
    { id: 'place', header: t('column.location'), cell: (row) => placeName(row.locationId) },
    { id: 'source', header: t('column.document'), cell: (row) => `${row.sourceKind in sources ? t(`source.${row.sourceKind as SourceKey}`) : row.sourceKind} …${row.sourceId.slice(-6)}` },
    { id: 'quantity', header: t('column.quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale), footer: formatQuantity(rows.reduce((sum, row) => sum + row.quantityMilli, 0), locale) },
  ];
  return (
    <Panel title={t('incoming')}>
      <DataTable caption={t('incoming')} columns={columns} rows={rows} rowKey={(row) => `${row.sourceKind}-${row.sourceId}-${row.locationId}-${row.expectedOn}`} empty={<p>{t('noIncoming')}</p>} />
    </Panel>
  );
}
