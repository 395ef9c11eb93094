import type { SalePayload } from '@oneshelf/contracts';
import type { Catalogue } from '../../local/catalogue';
import type { CartLine } from '../../local/sale-parts';

/** What the bundles of a sale are made of as it is paid: the server books these components, however late it hears of them (INV-145). */
export const soldRecipes = (lines: readonly CartLine[], catalogue: Catalogue): NonNullable<SalePayload['recipes']> =>
  [...new Set(lines.map(({ variantId }) => variantId))].flatMap((bundleId) => {
    const components = catalogue.componentsOf(bundleId).map(({ variantId, quantityMilli }) => ({ variantId, quantityMilli }));
    return components.length === 0 ? [] : [{ bundleId, components }];
  });
