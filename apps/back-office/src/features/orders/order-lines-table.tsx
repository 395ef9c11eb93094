'use client';
import type { OrderDetail, OrderLineView } from '@oneshelf/contracts';
import { DataTable, formatQuantity, IconButton, Money, type DataColumn } from '@oneshelf/ui';
import { CircleHelp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { BundleRows } from './bundle-rows';
import { PriceReasonDialog } from './price-reason-dialog';
import { quoteLineOf } from './quote-line-of';

/** How much of an order's line stands here; `shortMilli` of it could not be found. */
export type LineShare = { orderLineId: string; quantityMilli: number; shortMilli: number; /** Where it is being picked. */ pickedMilli?: number };
type Row = LineShare & { line: OrderLineView };

/** Lines of one part: product, SKU, quantity, amount, and why it costs that. */
export function OrderLinesTable({ caption, order, lines }: { caption: string; order: OrderDetail; lines: readonly LineShare[] }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const [asked, setAsked] = useState<OrderLineView | null>(null);
  const rows = lines.flatMap((share): Row[] => {
    const line = order.lines.find((each) => each.id === share.orderLineId);
    return line === undefined ? [] : [{ ...share, line }];
  });
  const columns: DataColumn<Row>[] = [
    { id: 'product', header: t('lines.product'), cell: (row) => <LineTitle row={row} /> },
    { id: 'sku', header: t('lines.sku'), cell: ({ line }) => line.sku },
    { id: 'quantity', header: t('lines.quantity'), align: 'end', cell: (row) => [formatQuantity(row.quantityMilli, locale, row.line.unit), ...(row.line.weightMilli === undefined ? [] : [formatQuantity(row.line.weightMilli, locale, 'kg')])].join(' × ') },
    { id: 'amount', header: t('lines.amount'), align: 'end', cell: (row) => <LineAmount row={row} currency={order.currency} /> },
  ];
  if (order.quote !== undefined) {
    columns.push({
      id: 'why',
      header: <span className="os-hidden">{t('lines.why')}</span>,
      align: 'end',
      cell: ({ line }) => <IconButton quiet label={t('lines.whyOf', { product: line.title })} icon={<CircleHelp size={16} aria-hidden="true" />} onPress={() => setAsked(line)} />,
    });
  }
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.orderLineId} />
      <PriceReasonDialog line={asked} quoted={asked === null ? undefined : quoteLineOf(order, asked)} currency={order.currency} onClose={() => setAsked(null)} />
    </>
  );
}

function LineTitle({ row }: { row: Row }) {
  const t = useTranslations('orders.lines');
  const locale = useLocale();
  const { line, shortMilli } = row;
  return (
    <>
      <span className="order-product">{line.title}</span>
      <BundleRows line={line} share={{ quantityMilli: row.quantityMilli - shortMilli, pickedMilli: row.pickedMilli }} />
      {line.serialNumbers.length > 0 ? <small>{t('serials', { serials: line.serialNumbers.join(', ') })}</small> : null}
      {shortMilli > 0 ? <small>{t('short', { quantity: formatQuantity(shortMilli, locale, line.unit) })}</small> : null}
      {line.cancelledMilli > 0 && line.cancelledMilli > shortMilli ? <small>{t('cancelled', { quantity: formatQuantity(line.cancelledMilli, locale, line.unit) })}</small> : null}
      {line.returnedMilli > 0 ? <small>{t('returned', { quantity: formatQuantity(line.returnedMilli, locale, line.unit) })}</small> : null}
    </>
  );
}

/** A line that is split over places has one amount for all of them: a share of it is known only when it is charged. */
function LineAmount({ row, currency }: { row: Row; currency: string }) {
  const t = useTranslations('orders.lines');
  const locale = useLocale();
  const amount = <Money amountMinor={row.line.totalMinor} currency={currency} locale={locale} />;
  if (row.quantityMilli === row.line.orderedMilli) return amount;
  return <>{amount}<small>{t('forAll', { quantity: formatQuantity(row.line.orderedMilli, locale, row.line.unit) })}</small></>;
}
