import type { PromotionAnswer } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useFormatter, useTranslations } from 'next-intl';

/** What is used of a limited promotion, in words: "used 37 of 500 · £412.00 of £1,000.00". Blank where nothing is counted. */
export function usePromotionUsage(): (promotion: PromotionAnswer, currency: string) => string {
  const t = useTranslations('promotions.usage');
  const format = useFormatter();
  return ({ usage, definition }, currency) => {
    if (usage === null) return '';
    const money = (minor: number): string => format.number(minor / 10 ** minorUnitDigits(currency), { style: 'currency', currency });
    const most = definition.limits?.uses ?? usage.codes;
    const budget = definition.limits?.budgetMinor;
    const uses = most === null ? t('used', { uses: format.number(usage.uses) }) : t('usedOf', { uses: format.number(usage.uses), most: format.number(most) });
    return t('both', { uses, spent: budget === undefined ? money(usage.spentMinor) : t('spentOf', { spent: money(usage.spentMinor), budget: money(budget) }) });
  };
}
