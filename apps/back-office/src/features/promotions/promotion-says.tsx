'use client';
import type { PromotionAnswer, PromotionList } from '@oneshelf/contracts';
import { useFormatter, useTranslations } from 'next-intl';
import { useMarkets } from './use-markets';
import { usePromotionWords } from './use-promotion-words';

/** A promotion as the sentence that it is, and where it runs. */
export function PromotionSays({ item, collections }: { item: PromotionAnswer; collections: PromotionList['collections'] }) {
  const t = useTranslations('promotions');
  const format = useFormatter();
  const { marketName, channelName, currencyOf } = useMarkets();
  const words = usePromotionWords(collections, currencyOf(item.marketCode));
  const channels = item.definition.channelCodes.length === 0 ? t('allChannels') : format.list(item.definition.channelCodes.map(channelName));
  return <>{words(item.definition)}<small>{t('where', { market: marketName(item.marketCode), channels })}</small></>;
}
