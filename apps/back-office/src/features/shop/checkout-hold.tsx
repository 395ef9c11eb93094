'use client';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { Button, formatQuantity, Notice } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { setQuantity, type Basket } from './basket';
import type { CheckoutHold as Held } from './use-checkout-hold';

type Props = { held: Held; basket: Basket; change: (next: (basket: Basket) => Basket) => void; quote: StorefrontQuote | undefined };

/** From here on it is said that the time runs out. */
const SOON_MS = 120_000;
const TICK_MS = 5_000;

/** How long the units are kept for this shopper, in words and calmly; what could not be kept, and what to do then. */
export function CheckoutHold({ held, basket, change, quote }: Props) {
  const t = useTranslations('shop.checkout.hold');
  const locale = useLocale();
  const { hold, hasLapsed, error } = held;
  const left = useTimeLeft(hold?.expiresAt ?? null);
  if (hold === undefined) return error === null ? null : <NotKept held={held} />;
  // What is sold before it is there is not missing.
  const promisedOf = (variantId: string) => quote?.lines.some((line) => line.variantId === variantId && line.promised !== null) ?? false;
  const short = hold.lines.flatMap(({ variantId, requestedMilli, keptMilli }) => {
    const line = basket.find((each) => each.variantId === variantId);
    return line === undefined || keptMilli >= requestedMilli || promisedOf(variantId) ? [] : [{ variantId, keptMilli, title: line.title }];
  });
  const goOn = () => change((kept) => short.reduce((next, { variantId, keptMilli }) => setQuantity(next, { variantId, quantityMilli: keptMilli }), kept));
  const until = hold.expiresAt === null ? '' : new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(hold.expiresAt));
  const isSoon = left !== null && left <= SOON_MS;
  return (
    <div className="shop-hold" data-soon={isSoon || undefined}>
      {hold.expiresAt === null || left === null ? null : (
        <p className="shop-hold-time">
          <span>{short.length === 0 ? t('kept', { until }) : t('restKept', { until })}</span>
          <small>{t('minutes', { minutes: Math.max(1, Math.ceil(left / 60_000)) })}</small>
          {hold.extensionsLeft > 0 ? <Button size="small" onPress={held.keepLonger}>{t('longer')}</Button> : null}
        </p>
      )}
      {/* Said once each: a clock that speaks every minute helps nobody. */}
      <p role="status" className="shop-hold-said">{isSoon ? t('soon', { until }) : hasLapsed && hold.expiresAt !== null ? t('again') : ''}</p>
      {hold.expiresAt === null && hasLapsed && short.length === 0 ? <NotKept held={held} /> : null}
      {short.length === 0 ? null : (
        <Notice tone="waiting" actions={<><Button size="small" onPress={held.askAgain}>{t('tryAgain')}</Button><Button size="small" onPress={goOn}>{t('goOn')}</Button></>}>
          <p role="alert">{short.map(({ title, keptMilli }) => t(keptMilli > 0 ? 'some' : 'none', { product: title, left: formatQuantity(keptMilli, locale) })).join(' ')}</p>
        </Notice>
      )}
    </div>
  );
}

function NotKept({ held }: { held: Held }) {
  const t = useTranslations('shop.checkout.hold');
  return (
    <p className="shop-hold-time" role="status">
      <span>{t(held.hasLapsed ? 'lapsed' : 'notKept')}</span>
      <Button size="small" onPress={held.askAgain}>{t('tryAgain')}</Button>
    </p>
  );
}

/** Milliseconds until then, looked up every few seconds; null: no end. */
function useTimeLeft(expiresAt: string | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (expiresAt === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return expiresAt === null ? null : Math.max(0, Date.parse(expiresAt) - now);
}
