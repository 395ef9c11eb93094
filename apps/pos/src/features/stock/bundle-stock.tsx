import { bundleAvailability } from '@oneshelf/domain-inventory';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { Product } from '../../local/catalogue';
import { useTill } from '../../local/till-state';

/** Of a bundle: how many of each component are here, and which of them there is least of. Nothing for any other product. */
export function BundleStock({ product }: { product: Product }) {
  const t = useTranslations('stock');
  const { quantity } = useFormat();
  const stock = useTill((state) => state.stock);
  const components = useTill((state) => state.catalogue)?.componentsOf(product.variantId) ?? [];
  if (components.length === 0) return null;
  const { limitedBy } = bundleAvailability(components, (variantId) => stock.get(variantId) ?? 0);
  return (
    <>
      <h3>{t('madeOf')}</h3>
      <ul className="till-why">
        {components.map(({ variantId, title, unit, quantityMilli }) => {
          const here = stock.get(variantId) ?? 0;
          const words = here > 0 ? t('here', { quantity: quantity(here, unit) }) : t('noneHere');
          return <li key={variantId} className="till-row"><span className="till-grow"><strong>{title}</strong> <span className="till-muted">{t('oneTakes', { quantity: quantity(quantityMilli, unit) })}</span></span>{variantId === limitedBy ? <strong>{words}</strong> : words}</li>;
        })}
      </ul>
    </>
  );
}
