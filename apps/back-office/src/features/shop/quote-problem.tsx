'use client';
import { Button, ErrorNotice } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { setQuantity, type Basket } from './basket';

type Props = { error: unknown; basket: Basket; change: (next: (basket: Basket) => Basket) => void; onRetry: () => void };

/** Why the basket has no price: something in it is not sold any more, or the shop could not be asked. */
export function QuoteProblem({ error, basket, change, onRetry }: Props) {
  const t = useTranslations('shop.basket');
  const gone = goneVariantOf(error);
  const line = basket.find((each) => each.variantId === gone);
  if (line === undefined) return <ScreenError error={error} notDone={t('kept')} onRetry={onRetry} />;
  const remove = () => change((kept) => setQuantity(kept, { variantId: line.variantId, quantityMilli: 0 }));
  return <ErrorNotice happened={t('gone', { product: line.title })} notDone={t('goneNotDone')} next={<Button size="small" onPress={remove}>{t('removeOf', { product: line.title })}</Button>} />;
}

function goneVariantOf(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || (error.code !== 'no_price' && error.code !== 'unknown_variant')) return undefined;
  const details = error.details;
  return typeof details === 'object' && details !== null && 'variantId' in details && typeof details.variantId === 'string' ? details.variantId : undefined;
}
