import { componentMilli } from '@oneshelf/domain-inventory';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';

/** What so much of a bundle is made of, so that nothing of it stays on the shelf; nothing for any other product. */
export function BundleParts({ variantId, quantityMilli }: { variantId: string; quantityMilli: number }) {
  const t = useTranslations('sell');
  const { quantity } = useFormat();
  const components = useTill((state) => state.catalogue)?.componentsOf(variantId) ?? [];
  if (components.length === 0) return null;
  return (
    <ul className="till-bundle-parts" aria-label={t('madeOf')}>
      {components.map((component) => <li key={component.variantId}><b>{quantity(componentMilli(quantityMilli, component.quantityMilli), component.unit)}</b> {component.title}</li>)}
    </ul>
  );
}
