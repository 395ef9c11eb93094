/** Stock of a bundle would be counted twice: it is made of goods that are counted themselves. */
export const bundleHasNoStock = { kind: 'bundle_has_no_stock' as const, message: 'A bundle has no stock of its own. Nothing was changed; correct the stock of its components.' };
