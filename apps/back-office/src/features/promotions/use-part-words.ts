import type { PromotionDefinition } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useFormatter, useTranslations } from 'next-intl';
import { useAttributeName } from './use-attribute-name';

type Reward = PromotionDefinition['reward'];
type Selector = Extract<Reward, { kind: 'lines' }>['on'];
type Discount = Extract<Reward, { kind: 'lines' }>['discount'];
type Condition = PromotionDefinition['conditions'][number];

export interface Known {
  collections: readonly { id: string; title: string }[];
  /** Titles of products and variants, where they are known. */
  names?: Readonly<Record<string, string>>;
  currency: string;
}

/** The parts of a promotion in words: amounts, discounts, goods, conditions, hours. */
export function usePartWords({ collections, names = {}, currency }: Known) {
  const t = useTranslations('promotions.says');
  const c = useTranslations('promotion-desk.conditions.says');
  const format = useFormatter();
  const attributeName = useAttributeName();
  const titles = new Map(collections.map(({ id, title }) => [id, title]));
  const money = (minor: number): string => format.number(minor / 10 ** minorUnitDigits(currency), { style: 'currency', currency });
  const pieces = (milli: number): string => format.number(milli / 1000);
  const percent = (basisPoints: number): string => format.number(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2 });
  const off = (discount: Discount): string =>
    'percentBasisPoints' in discount ? t('off', { discount: percent(discount.percentBasisPoints) }) : 'amountOffMinor' in discount ? t('off', { discount: money(discount.amountOffMinor) }) : t('at', { price: money(discount.priceMinor) });
  const listed = (collectionIds: readonly string[] = [], ...ids: (readonly string[] | undefined)[]): string[] => {
    const products = ids.flatMap((some) => some ?? []);
    const named = collectionIds.map((id) => titles.get(id) ?? t('lostCollection'));
    return [...named, ...(products.length > 0 && products.every((id) => names[id] !== undefined) ? products.map((id) => names[id] ?? '') : products.length > 0 ? [t('products', { count: products.length })] : [])];
  };
  const attributes = (on: Selector): string => format.list((on.attributes ?? []).map(({ name, value }) => `${attributeName(name)} ${value}`), { type: 'disjunction' });
  const goods = (on: Selector): string => {
    const named = listed(on.collectionIds, on.productIds, on.variantIds);
    const excepted = listed(on.exceptCollectionIds, on.exceptProductIds, on.exceptVariantIds);
    return [
      named.length > 0 ? format.list(named) : t('everything'), on.attributes?.length ? t('with', { attributes: attributes(on) }) : '',
      on.minUnitMinor === undefined ? '' : t('priceFrom', { price: money(on.minUnitMinor) }), on.maxUnitMinor === undefined ? '' : t('priceTo', { price: money(on.maxUnitMinor) }),
      on.onlyFullPrice ? t('fullPrice') : '', excepted.length > 0 ? t('except', { goods: format.list(excepted) }) : '',
    ].filter((part) => part !== '').join(' ');
  };
  const condition = (given: Condition): string => {
    switch (given.kind) {
      case 'spend_at_least': return isAll(given.on) ? c('spend_all', { amount: money(given.amountMinor) }) : c('spend_at_least', { amount: money(given.amountMinor), goods: goods(given.on) });
      case 'quantity_at_least': return isAll(given.on) ? c('quantity_all', { count: pieces(given.quantityMilli) }) : c('quantity_at_least', { count: pieces(given.quantityMilli), goods: goods(given.on) });
      case 'line_quantity_at_least': return c('line_quantity_at_least', { count: pieces(given.quantityMilli), goods: goods(given.on) });
      case 'loyalty_tier': return c('loyalty_tier', { names: format.list(given.tiers, { type: 'disjunction' }) });
      case 'order_number': return given.to === given.from ? c('order_number_one', { number: given.from }) : given.to === null ? c('order_number_from', { from: given.from }) : c('order_number', { from: given.from, to: given.to });
      case 'bought_before': return c('bought_before', { amount: money(given.amountMinor) });
      case 'payment_method': return c('payment_method', { names: format.list(given.methods, { type: 'disjunction' }) });
      case 'destination': return c('destination', { names: format.list(given.countries, { type: 'disjunction' }) });
    }
  };
  return { money, pieces, off, goods, attributes, condition };
}

const isAll = (on: Selector): boolean => Object.keys(on).length === 0;
