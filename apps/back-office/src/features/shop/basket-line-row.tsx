'use client';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { Button, formatQuantity, Money, QuantityStepper } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { BasketLine } from './basket';
import { useShop } from './shop-context';
import { usePromiseWords } from './use-promise-words';

type Props = {
  line: BasketLine;
  quoted: StorefrontQuote['lines'][number] | undefined;
  currency: string | undefined;
  onChange: (quantityMilli: number) => void;
};

/** One line of the basket: how many, what it costs now, and a word when fewer are left. */
export function BasketLineRow({ line, quoted, currency, onChange }: Props) {
  const t = useTranslations('shop.basket');
  const locale = useLocale();
  const { href } = useShop();
  const name = line.variantTitle === '' ? line.title : `${line.title}, ${line.variantTitle}`;
  const words = usePromiseWords();
  const promised = quoted?.promised ?? null;
  const isReduced = quoted !== undefined && quoted.discountMinor > 0;
  return (
    <li className="shop-line">
      <div className="shop-line-name">
        <Link href={href(`/shop/products/${encodeURIComponent(line.handle)}`)}>{name}</Link>
        <Button variant="quiet" size="small" aria-label={t('removeOf', { product: name })} onPress={() => onChange(0)}>{t('remove')}</Button>
      </div>
      <QuantityStepper label={t('quantityOf', { product: name })} decreaseLabel={t('fewer', { product: name })} increaseLabel={t('more', { product: name })} quantityMilli={line.quantityMilli} maximumMilli={99_000} unit={line.unit} onChange={onChange} locale={locale} />
      <div className="shop-line-amount">
        {quoted === undefined || currency === undefined ? null : (
          <>
            <Money amountMinor={quoted.totalMinor} currency={currency} locale={locale} />
            {isReduced ? <> <span className="os-hidden">{t('before')} </span><Money struck amountMinor={quoted.listMinor} currency={currency} locale={locale} /></> : null}
          </>
        )}
      </div>
      {promised === null ? null : <p className="shop-line-later">{t('later', { quantity: formatQuantity(promised.quantityMilli, locale, line.unit) })} {words(promised)}</p>}
      {quoted !== undefined && promised === null && quoted.availableMilli < line.quantityMilli ? <Shortage unit={line.unit} leftMilli={Math.max(0, quoted.availableMilli)} onChange={onChange} /> : null}
    </li>
  );
}

function Shortage({ leftMilli, unit, onChange }: { leftMilli: number; unit: BasketLine['unit']; onChange: (quantityMilli: number) => void }) {
  const t = useTranslations('shop.basket');
  const locale = useLocale();
  const left = formatQuantity(leftMilli, locale, unit);
  return (
    <p className="shop-line-short" role="status">
      {leftMilli > 0 ? t('fewLeft', { left }) : t('noneLeft')}
      <Button size="small" onPress={() => onChange(leftMilli)}>{leftMilli > 0 ? t('takeLeft', { left }) : t('remove')}</Button>
    </p>
  );
}
