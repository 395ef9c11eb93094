'use client';
import type { OrderEventView } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { useDirectory } from '../../directory';
import { useWordOr } from '../../use-word-or';
import { eventFacts, type EventFacts } from './event-facts';

type Kind = keyof ReturnType<typeof useMessages>['orders']['timeline']['kinds'];

/** Machines that write events; for a reader they are all the system. */
const machines = new Set(['payments', 'routing', 'sweep', 'system']);

/** Title and detail of an event in the reader's words: "Handed over: 2 items, London Soho" and who did it. */
export function useTimelineWords(currency: string): (event: OrderEventView) => { title: string; detail: string } {
  const t = useTranslations('orders.timeline');
  const known = useMessages().orders.timeline.kinds;
  const locale = useLocale();
  const reason = useWordOr('orders.timeline.reasons');
  const locations = useDirectory()?.locations;
  const isKnown = (kind: string): kind is Kind => kind in known;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  const placeOf = ({ place, locationId }: EventFacts) => place ?? locations?.find((location) => location.id === locationId)?.name;
  const titleOf = (facts: EventFacts) => sentence(', ', [
    facts.amountMinor === undefined ? undefined : money(facts.amountMinor),
    ...(facts.parts.length > 0
      ? facts.parts.map((part) => t('unitsAt', part))
      : [facts.units === undefined ? undefined : t('units', { units: facts.units }), placeOf(facts)]),
  ]);
  const detailOf = (event: OrderEventView, facts: EventFacts) => sentence('. ', [
    machines.has(event.actor) ? t('system') : event.actor,
    facts.card,
    ...facts.products,
    facts.shelf === undefined ? undefined : t('shelf', { shelf: facts.shelf }),
    facts.carrier === undefined ? undefined : `${facts.carrier} ${facts.trackingNumber ?? ''}`.trim(),
    facts.reason === undefined ? undefined : reason(facts.reason),
    ...facts.promotions.map((promotion) => t('promotion', { name: promotion.name, amount: money(promotion.amountMinor) })),
  ]);
  return (event) => {
    const facts = eventFacts(event);
    const [title, what] = [isKnown(event.kind) ? t(`kinds.${event.kind}`) : event.kind.replaceAll('_', ' '), titleOf(facts)];
    return { title: what === '' ? title : `${title}: ${what}`, detail: detailOf(event, facts) };
  };
}

const sentence = (between: string, pieces: readonly (string | undefined)[]): string => pieces.filter((piece) => piece !== undefined && piece !== '').join(between);
