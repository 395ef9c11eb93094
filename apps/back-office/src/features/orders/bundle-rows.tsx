import type { OrderLineView } from '@oneshelf/contracts';
import { componentMilli } from '@oneshelf/domain-inventory';
import { formatQuantity, Tag } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';

/** Of so much of a bundle: how much is to be found, and how much is picked already; absent: nothing is picked here. */
export interface BundleShare { quantityMilli: number; pickedMilli?: number | undefined }

/** What a bundle on this card is made of, as it was when it was sold, and how far each component is. */
export function BundleRows({ line, share }: { line: OrderLineView; share: BundleShare }) {
  const t = useTranslations('orders.lines');
  const locale = useLocale();
  const { components } = line;
  if (!components || components.length === 0) return null;
  const quantity = (milli: number) => formatQuantity(milli, locale);
  return (
    <ul className="order-components" aria-label={t('madeOf', { product: line.title })}>
      {components.map((component) => {
        const wanted = componentMilli(share.quantityMilli, component.quantityMilli);
        const picked = share.pickedMilli === undefined ? null : componentMilli(share.pickedMilli, component.quantityMilli);
        return (
          <li key={component.sku}>
            <span>{quantity(wanted)} × {component.title} <small>{component.sku}</small></span>
            {picked === null ? null : <Tag tone={picked >= wanted ? 'done' : 'waiting'}>{picked >= wanted ? t('allPicked') : t('pickedOf', { picked: quantity(picked), quantity: quantity(wanted) })}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
