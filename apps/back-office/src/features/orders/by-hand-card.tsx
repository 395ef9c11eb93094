'use client';
import type { OrderDetail } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Panel } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { byHandFacts } from './by-hand-facts';

/** What an associate changed by hand at the till: how much, why, and who stands for it. Nothing where nothing was. */
export function ByHandCard({ order }: { order: OrderDetail }) {
  const t = useTranslations('orders.byHand');
  const locale = useLocale();
  const money = (amountMinor: number): string => formatMoney(amountMinor, order.currency, locale);
  const facts = byHandFacts(order);
  if (facts.length === 0) return null;
  return (
    <Panel title={t('title')}>
      <ul className="order-by-hand">
        {facts.map(({ id, title, reason, givenBy, approvedBy, amountMinor, price }) => (
          <li key={id}>
            <strong>{[title ?? t('wholeSale'), reason].join(' · ')}</strong>
            <span>{price ? (price.usualMinor === null ? money(price.unitMinor) : t('priceFrom', { price: money(price.unitMinor), usual: money(price.usualMinor) })) : `−${money(amountMinor ?? 0)}`}</span>
            <small>{approvedBy === null ? t('by', { name: givenBy }) : t('byAndApproved', { name: givenBy, approver: approvedBy })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
