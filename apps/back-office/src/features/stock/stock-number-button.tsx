'use client';
import { Button, formatQuantity } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useStockUnit } from './stock-unit';

/** A number that can answer 'why': pressing it opens the movements behind it. */
export function StockNumberButton({ quantityMilli, name, place, onPress }: { quantityMilli: number; name: string; place: string; onPress: () => void }) {
  const t = useTranslations('stock');
  const text = formatQuantity(quantityMilli, useLocale(), useStockUnit());
  return (
    <Button variant="quiet" size="small" aria-label={t('why.open', { number: name, quantity: text, place })} onPress={onPress}>
      <span className="os-number">{text}</span>
    </Button>
  );
}
