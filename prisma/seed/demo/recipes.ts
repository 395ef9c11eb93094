import { demoProducts, demoSets } from './catalogue';

interface DemoRecipe {
  variantId: string;
  kind: 'bundle' | 'kit';
  components: { variantId: string; quantityMilli: number }[];
}

/** The first variant of a product. */
function firstOf(products: typeof demoProducts, handle: string): string {
  const id = products.find((product) => product.handle === handle)?.variants[0]?.id;
  if (id === undefined) throw new Error(`The demo has no product ${handle}.`);
  return id;
}

const made = (handle: string, kind: DemoRecipe['kind'], of: [string, number][]): DemoRecipe => ({
  variantId: firstOf(demoSets, handle), kind, components: of.map(([component, count]) => ({ variantId: firstOf(demoProducts, component), quantityMilli: count * 1000 })),
});

/** What the sets are made of: goods of which there are many, and that no story counts. */
export const demoRecipes: DemoRecipe[] = [
  made('camp-breakfast-set', 'bundle', [['enamel-bowl', 2], ['enamel-plate', 2], ['spork-set-of-four', 1]]),
  made('trail-coffee-kit', 'kit', [['insulated-tumbler', 1], ['spork-set-of-four', 1]]),
];
