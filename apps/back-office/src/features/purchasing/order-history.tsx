'use client';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { formatQuantity, Timeline } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useDirectory, zoneOf } from '../../directory';
import { useTimes } from '../../use-times';

const kinds = ['created', 'edited', 'sent', 'received', 'closed', 'cancelled', 'landed_cost'] as const;
type Event = PurchaseOrderDetail['history'][number];
interface LineFact { variantId?: string; lineId?: string; fromMilli?: number | null; toMilli?: number | null; receivedMilli?: number; closedMilli?: number }

/** What happened to the order, the newest first, with the lines that an edit or a receipt touched. */
export function OrderHistory({ order }: { order: PurchaseOrderDetail }) {
  const t = useTranslations('purchasing.history');
  const locale = useLocale();
  const times = useTimes(zoneOf(useDirectory(), order));
  const quantity = (milli: number | null | undefined) => formatQuantity(milli ?? 0, locale);
  const nameOf = (fact: LineFact) => order.lines.find((line) => line.variantId === fact.variantId || line.id === fact.lineId)?.sku ?? t('lineGone');
  const detailOf = (event: Event): string => {
    const lines = Array.isArray(event.details['lines']) ? (event.details['lines'] as LineFact[]) : [];
    const unexpected = Array.isArray(event.details['unexpected']) ? (event.details['unexpected'] as { code: string; quantityMilli: number }[]) : [];
    return [
      event.actor,
      ...lines.map((fact) => (event.kind === 'edited' ? t('changed', { sku: nameOf(fact), from: quantity(fact.fromMilli), to: quantity(fact.toMilli) }) : event.kind === 'received' ? t((fact.closedMilli ?? 0) > 0 ? 'cameShort' : 'came', { sku: nameOf(fact), quantity: quantity(fact.receivedMilli), missing: quantity(fact.closedMilli) }) : null)),
      ...unexpected.map(({ code, quantityMilli }) => t('unexpected', { code, quantity: quantity(quantityMilli) })),
    ].filter(Boolean).join(' · ');
  };
  const titleOf = (event: Event): string => {
    const kind = kinds.find((each) => each === event.kind);
    return kind === undefined ? event.kind : kind === 'edited' && event.details['afterSending'] === true ? t('editedAfter') : t(`kinds.${kind}`);
  };
  return <Timeline label={t('title')} entries={order.history.map((event) => ({ id: String(event.number), occurredAt: event.occurredAt, timeText: times.dayTime(event.occurredAt), title: titleOf(event), detail: detailOf(event), ...(event.kind === 'received' ? { tone: 'done' as const } : {}) }))} />;
}
