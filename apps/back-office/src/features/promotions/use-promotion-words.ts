import type { PromotionDefinition, PromotionList } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useFormatter, useTranslations } from 'next-intl';

type Reward = PromotionDefinition['reward'];
type Discount = Extract<Reward, { kind: 'lines' }>['discount'];

/** Any promotion as the sentence that it is, whether the builder made it or the API did. */
export function usePromotionWords(collections: PromotionList['collections']): (definition: PromotionDefinition, currency: string) => string {
  const t = useTranslations('promotions.says');
  const format = useFormatter();
  const titles = new Map(collections.map(({ id, title }) => [id, title]));
  return (definition, currency) => {
    const money = (minor: number): string => format.number(minor / 10 ** minorUnitDigits(currency), { style: 'currency', currency });
    const off = (discount: Discount): string =>
      'percentBasisPoints' in discount ? t('off', { discount: format.number(discount.percentBasisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2 }) })
        : 'amountOffMinor' in discount ? t('off', { discount: money(discount.amountOffMinor) }) : t('at', { price: money(discount.priceMinor) });
    const what = (on: { collectionIds?: string[] | undefined; productIds?: string[] | undefined; variantIds?: string[] | undefined }): string => {
      const named = (on.collectionIds ?? []).map((id) => titles.get(id) ?? t('lostCollection'));
      const products = (on.productIds?.length ?? 0) + (on.variantIds?.length ?? 0);
      if (products > 0) named.push(t('products', { count: products }));
      return named.length > 0 ? format.list(named) : t('everything');
    };
    const reward = (): string => {
      const given = definition.reward;
      switch (given.kind) {
        case 'lines': return t('lines', { off: off(given.discount), what: what(given.on) });
        case 'tiers': return t('tiers', { what: what(given.on), count: given.steps.length, off: off(given.steps.at(-1)?.discount ?? { amountOffMinor: 0 }) });
        case 'buy_get': return t('buyGet', { buy: given.buy.quantity, get: given.get.quantity, what: what(given.get.on), off: isFree(given.get.discount) ? t('free') : off(given.get.discount) });
        case 'bundle': return t('bundle', { parts: format.list(given.parts.map((part) => t('part', { count: part.quantity, what: what(part.on) }))), price: money(given.priceMinor) });
        case 'basket': return t('basket', { off: off(given.discount), what: what(given.on) });
        case 'shipping': return isFree(given.discount) ? t('freeShipping') : t('shipping', { off: off(given.discount) });
      }
    };
    const spend = definition.conditions.find((condition) => condition.kind === 'spend_at_least');
    const others = definition.conditions.length - (spend ? 1 : 0);
    return [
      reward(), spend ? t('fromSpend', { amount: money(spend.amountMinor) }) : '', others > 0 ? t('moreConditions', { count: others }) : '',
      definition.coupon ? t('withCode', { code: definition.coupon.codes[0] ?? t('singleUse') }) : '',
    ].filter((part) => part !== '').join(', ');
  };
}

const isFree = (discount: Discount): boolean => 'percentBasisPoints' in discount && discount.percentBasisPoints === 10_000;
