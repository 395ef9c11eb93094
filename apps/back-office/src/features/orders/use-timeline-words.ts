'use client';
import type { OrderEventView } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { eventFacts } from './event-facts';

type Kind = keyof ReturnType<typeof useMessages>['orders']['timeline']['kinds'];

/** Title and detail of an event in the reader's words: "Handed over 2 items at London Soho" and who did it. */
export function useTimelineWords(currency: string): (event: OrderEventView) => { title: string; detail: string } {
  const t = useTranslations('orders.timeline');
  const known = useMessages().orders.timeline.kinds;
  const locale = useLocale();
  const isKnown = (kind: string): kind is Kind => kind in known;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return (event) => {
    const facts = eventFacts(event);
    const title = isKnown(event.kind) ? t(`kinds.${event.kind}`) : event.kind.replaceAll('_', ' ');
    const what = [
      facts.amountMinor === undefined ? '' : money(facts.amountMinor),
      facts.units === undefined ? '' : t('units', { units: facts.units }),
      facts.place === undefined ? '' : t('at', { place: facts.place }),
    ].filter((piece) => piece !== '');
    const detail = [
      event.actor === 'payments' || event.actor === '' ? '' : event.actor,
      facts.card ?? '',
      facts.shelf === undefined ? '' : t('shelf', { shelf: facts.shelf }),
      facts.carrier === undefined ? '' : `${facts.carrier} ${facts.trackingNumber ?? ''}`.trim(),
      facts.reason === undefined ? '' : facts.reason.replaceAll('_', ' '),
      ...facts.promotions.map((promotion) => t('promotion', { name: promotion.name, amount: money(promotion.amountMinor) })),
    ].filter((piece) => piece !== '');
    return { title: what.length === 0 ? title : `${title}: ${what.join(', ')}`, detail: detail.join('. ') };
  };
}
