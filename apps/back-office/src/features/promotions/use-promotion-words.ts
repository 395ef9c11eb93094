import type { PromotionDefinition } from '@oneshelf/contracts';
import { useTranslations } from 'next-intl';
import { type Known, usePartWords } from './use-part-words';

type Reward = PromotionDefinition['reward'];
type Discount = Extract<Reward, { kind: 'lines' }>['discount'];

/** Any promotion as the sentence that it is, whether the builder made it or the API did. */
export function usePromotionWords(collections: Known['collections'], currency: string, names?: Readonly<Record<string, string>>): (definition: PromotionDefinition) => string {
  const t = useTranslations('promotions.says');
  const { money, pieces, off, goods, condition } = usePartWords({ collections, currency, ...(names ? { names } : {}) });
  const reward = (given: Reward): string => {
    switch (given.kind) {
      case 'lines': return t('lines', { off: off(given.discount), what: goods(given.on) });
      case 'tiers': return t('tiers', { what: goods(given.on), steps: given.steps.map(({ from, discount }) => t('step', { from: given.by === 'spend' ? money(from) : pieces(from), off: off(discount) })).join(', ') });
      case 'buy_get': return t('buyGet', { buy: given.buy.quantity, get: given.get.quantity, what: goods(given.get.on), off: isFree(given.get.discount) ? t('free') : off(given.get.discount) });
      case 'bundle': return t('bundle', { parts: given.parts.map((part) => t('part', { count: part.quantity, what: goods(part.on) })).join(' + '), price: money(given.priceMinor) });
      case 'basket': return t('basket', { off: off(given.discount), what: goods(given.on) });
      case 'shipping': return isFree(given.discount) ? t('freeShipping') : t('shipping', { off: off(given.discount) });
    }
  };
  return (definition) => [
    reward(definition.reward), ...definition.conditions.map(condition),
    definition.coupon ? t('withCode', { code: definition.coupon.codes[0] ?? t('singleUse') }) : '', definition.hours?.length ? t('atHours') : '', definition.locationIds?.length ? t('inStores', { count: definition.locationIds.length }) : '',
    definition.customerGroups?.length ? t('forGroups', { groups: definition.customerGroups.join(', ') }) : '',
  ].filter((part) => part !== '').join(', ');
}

const isFree = (discount: Discount): boolean => 'percentBasisPoints' in discount && discount.percentBasisPoints === 10_000;
