import { demoProducts } from './catalogue';

/** Goods that are counted in pieces and paid by what each weighs, with the number that the labels of a scale have for them. */
export const weighedVariants = demoProducts.filter(({ handle }) => handle === 'beeswax-block').flatMap(({ variants }) => variants.map(({ id, sku }) => ({ id, itemNumber: sku.slice(-5) })));
