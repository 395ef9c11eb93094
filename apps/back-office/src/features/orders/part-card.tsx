'use client';
import type { OrderDetail, OrderPart } from '@oneshelf/contracts';
import { explainRoute } from '@oneshelf/domain-routing';
import { Button, Panel, ProgressSteps, Tag } from '@oneshelf/ui';
import { PackageCheck, Truck } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDirectory, zoneOf } from '../../directory';
import { languageOf } from '../../i18n/locales';
import { useTimes } from '../../use-times';
import { OrderLinesTable } from './order-lines-table';
import { isShippable, partSteps } from './part-steps';
import { ShipDialog } from './ship-dialog';
import { usePartLooks } from './use-order-looks';

/** What left, or was given up, is picked no more. */
const PICKED_BY_LINE: ReadonlySet<OrderPart['status']> = new Set(['to_pick', 'picking', 'ready']);

/** What one place hands over or ships: how far it is, its lines, and why it is this place. */
export function PartCard({ part, order }: { part: OrderPart; order: OrderDetail }) {
  const t = useTranslations('orders');
  const [isShipping, setShipping] = useState(false);
  const steps = useStepLabels();
  const Icon = part.kind === 'pickup' ? PackageCheck : Truck;
  // With one parcel the header carries the act.
  const hasOwnAct = isShippable(part) && order.actions.includes('ship') && order.parts.filter(isShippable).length > 1;
  const title = part.kind === 'pickup' ? t('parts.pickup', { place: part.locationName }) : t('parts.delivery', { place: part.locationName });
  return (
    <Panel title={title} icon={<Icon size={20} aria-hidden="true" />} aside={<PartTag part={part} />}>
      <ProgressSteps label={t('parts.steps', { place: part.locationName })} steps={partSteps(part).map(({ step, state }) => ({ label: steps.labels[step], state }))} stateLabels={steps.states} />
      <OrderLinesTable
        caption={title}
        order={order}
        lines={part.lines.map((line) => ({ orderLineId: line.orderLineId, quantityMilli: line.quantityMilli, shortMilli: line.shortMilli, ...(PICKED_BY_LINE.has(part.status) ? { pickedMilli: line.pickedMilli } : {}) }))}
      />
      {part.tracking === null ? null : <p className="order-note">{t('parts.tracking', part.tracking)}</p>}
      <WhyHere part={part} />
      {hasOwnAct ? <Button size="small" onPress={() => setShipping(true)}>{t('ship.openFrom', { place: part.locationName })}</Button> : null}
      <ShipDialog orderId={order.id} part={part} isOpen={isShipping} onClose={() => setShipping(false)} />
    </Panel>
  );
}

function PartTag({ part }: { part: OrderPart }) {
  const t = useTranslations('orders.parts.tag');
  const times = useTimes(zoneOf(useDirectory(), part));
  const look = usePartLooks()[part.status];
  const done = part.completedAt === null ? '' : times.dayTime(part.completedAt);
  const due = times.dayTime(part.dueAt);
  const words: Record<OrderPart['status'], string> = {
    to_pick: t('to_pick', { due }),
    picking: t('picking', { due }),
    ready: part.shelf === null ? t('ready') : t('readyOnShelf', { shelf: part.shelf }),
    handed_over: t('handed_over', { done }),
    shipped: t('shipped', { done }),
    cancelled: t('cancelled'),
  };
  return <Tag tone={look.tone}>{words[part.status]}</Tag>;
}

/** The routing in sentences, the chosen place first; closed until somebody asks. */
function WhyHere({ part }: { part: OrderPart }) {
  const t = useTranslations('orders.parts');
  const language = languageOf(useLocale());
  const format = useFormatter();
  const traced = part.routing === undefined ? [] : explainRoute({ trace: part.routing }, language);
  const noted = (part.routingNotes ?? []).map(({ code, details }) => t(`notes.${code}`, { planned: format.list(details.planned), count: details.planned.length }));
  // Parts of before notes were kept have the server's words only.
  const sentences = [...traced, ...noted, ...part.because.slice(traced.length)];
  if (sentences.length === 0) return null;
  return (
    <details className="order-why">
      <summary>{t('why', { place: part.locationName })}</summary>
      <ul>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </details>
  );
}

function useStepLabels() {
  const t = useTranslations('orders');
  const labels = { placed: t('steps.placed'), picked: t('steps.picked'), ready: t('steps.ready'), packed: t('steps.packed'), handed_over: t('steps.handed_over'), shipped: t('steps.shipped') };
  return { labels, states: { done: t('stepStates.done'), now: t('stepStates.now'), todo: t('stepStates.todo'), failed: t('stepStates.failed') } };
}
