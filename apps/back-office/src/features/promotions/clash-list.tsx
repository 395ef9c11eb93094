'use client';
import type { PromotionClash, PromotionClashes, PromotionClashesRequest } from '@oneshelf/contracts';
import { useQuery } from '@tanstack/react-query';
import { Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import styles from './promotions.module.css';
import { promotionClashes } from './promotions-api';
import { useMoney } from './use-money';

/** Promotions that meet on the same goods, the heaviest first, each with what becomes of it in figures. */
export function ClashList({ request }: { request: PromotionClashesRequest }) {
  const t = useTranslations('promotion-desk.clashes');
  const { data, error, refetch } = useQuery(promotionClashes(request));
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p role="status" className={styles.quiet}>{t('asking')}</p>;
  if (data.items.length === 0) return <p className={styles.quiet}>{t('none')}</p>;
  return (
    <>
      <ul className={styles.clashes} aria-label={t('title')}>
        {data.items.map((clash) => <ClashItem key={clash.first.promotionId + clash.second.promotionId} clash={clash} currency={data.currency} />)}
      </ul>
      {data.isWhole ? null : <p className={styles.quiet}>{t('notWhole')}</p>}
      {data.total > data.items.length ? <p className={styles.quiet}>{t('more', { shown: data.items.length, total: data.total })}</p> : null}
    </>
  );
}

function ClashItem({ clash, currency }: { clash: PromotionClash; currency: PromotionClashes['currency'] }) {
  const t = useTranslations('promotion-desk.clashes');
  const format = useFormatter();
  const money = useMoney(currency);
  const { first, second, kind, winnerId, example, goods, basket, isDeep, isBelowCost } = clash;
  const [winner, loser] = winnerId === second.promotionId ? [second.name, first.name] : [first.name, second.name];
  const share = format.number(example.amountMinor === 0 ? 0 : example.togetherMinor / example.amountMinor, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <li>
      <p className={styles.clashHead}>
        <strong>{t(`says.${kind}`, { winner, loser, first: first.name, second: second.name })}</strong>
        {kind === 'shadowed' ? <Tag tone="blocked">{t('tags.shadowed')}</Tag> : null}
        {isBelowCost ? <Tag tone="blocked">{t('tags.belowCost')}</Tag> : null}
        {isDeep ? <Tag tone="waiting">{t('tags.deep', { share })}</Tag> : null}
      </p>
      <p className={styles.quiet}>
        {t('example', { units: example.units, title: example.title, amount: money(example.amountMinor), first: first.name, firstOff: money(example.firstMinor), second: second.name, secondOff: money(example.secondMinor), together: money(example.togetherMinor) })}{' '}
        {t('goods', { count: goods, from: format.dateTime(new Date(clash.from), { dateStyle: 'medium' }), to: format.dateTime(new Date(clash.to), { dateStyle: 'medium' }) })}{' '}
        {basket ? <Link href={`/orders/${basket.orderId}`}>{t('basket', { number: basket.number })}</Link> : t('noBasket')}
      </p>
    </li>
  );
}
