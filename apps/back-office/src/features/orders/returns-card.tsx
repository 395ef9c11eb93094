'use client';
import type { OrderDetail, OrderReturnView } from '@oneshelf/contracts';
import { DataTable, formatQuantity, Money, Panel } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useDirectory, zoneOf } from '../../directory';
import { useTimes } from '../../use-times';
import { useWordOr } from '../../use-word-or';

/** What came back, where, why, and what was refunded for it. */
export function ReturnsCard({ order }: { order: OrderDetail }) {
  const t = useTranslations('orders.returns');
  return (
    <Panel title={t('title')}>
      {order.returns.map((each) => <OneReturn key={each.id} returned={each} order={order} />)}
    </Panel>
  );
}

function OneReturn({ returned, order }: { returned: OrderReturnView; order: OrderDetail }) {
  const t = useTranslations('orders.returns');
  const locale = useLocale();
  const times = useTimes(zoneOf(useDirectory(), returned));
  const reason = useWordOr('orders.returns.reasons');
  const disposition = useWordOr('orders.returns.dispositions');
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={order.currency} locale={locale} />;
  const caption = t('one', { number: returned.number, place: returned.locationName, time: times.dayTime(returned.receivedAt) });
  return (
    <DataTable
      caption={caption}
      showCaption
      rows={returned.lines}
      rowKey={(line) => `${line.orderLineId} ${line.reason} ${line.disposition}`}
      columns={[
        { id: 'sku', header: t('product'), cell: (line) => <>{order.lines.find((each) => each.id === line.orderLineId)?.title}<small>{line.sku}</small></> },
        { id: 'quantity', header: t('quantity'), align: 'end', cell: (line) => formatQuantity(line.quantityMilli, locale) },
        { id: 'reason', header: t('reason'), cell: (line) => reason(line.reason) },
        { id: 'disposition', header: t('disposition'), cell: (line) => disposition(line.disposition) },
        { id: 'refund', header: t('refund'), align: 'end', cell: (line) => money(line.refundMinor) },
      ]}
    />
  );
}
