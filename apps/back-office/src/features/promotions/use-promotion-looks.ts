import type { PromotionAnswer } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

/** Word and colour of each state of a promotion. */
export function usePromotionLooks(): StatusLook<PromotionAnswer['state']> {
  const t = useTranslations('promotions.states');
  return {
    upcoming: { label: t('upcoming'), tone: 'info' }, running: { label: t('running'), tone: 'done' }, paused: { label: t('paused'), tone: 'waiting' }, over: { label: t('over'), tone: 'neutral' },
  };
}
