'use client';
import type { OrderDetail, OrderEventView } from '@oneshelf/contracts';
import { Timeline } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import type { Times } from '../../use-times';
import { toneOfEvent } from './timeline-tone';
import { useTimelineWords } from './use-timeline-words';

/** What happened to the order, newest first. */
export function OrderTimeline({ order, times }: { order: OrderDetail; times: Times }) {
  const t = useTranslations('orders.timeline');
  const words = useTimelineWords(order.currency);
  const entry = (event: OrderEventView) => ({
    id: event.id,
    occurredAt: event.occurredAt,
    // Day above time in the narrow column: no comma at the break.
    timeText: times.dayTime(event.occurredAt).replace(',', ''),
    tone: toneOfEvent(event.kind),
    ...words(event),
  });
  return <Timeline label={t('title')} entries={order.timeline.map(entry)} />;
}
