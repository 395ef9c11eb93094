import type { Insertable } from 'kysely';
import type { reference_price } from '../../generated/database';
import { seedChance } from '../seed-id';
import { demoProducts } from './catalogue';

interface Source {
  readonly kind: 'map' | 'competitor' | 'marketplace';
  readonly source: string;
  /** Share of the products that it has. */
  readonly share: number;
  /** Its price as a share of ours: at least, and how much more. */
  readonly from: number;
  readonly span: number;
}

const competitors: readonly Source[] = [
  { kind: 'competitor', source: 'Hillside', share: 0.25, from: 0.92, span: 0.16 },
  { kind: 'marketplace', source: 'Amazon UK', share: 0.18, from: 0.88, span: 0.16 },
];

/** A publisher lets its books be advertised at a fifth less than what it prints on them. */
const publisher = 'Lowmoor Press';

/** What others ask for some of the chain's products in GB, and the limit that a maker sets. Each price is of the product, for all of its variants. */
export function demoReferencePrices(seenAt: Date): Insertable<reference_price>[] {
  return demoProducts.flatMap((product) => {
    const of = ({ kind, source }: Pick<Source, 'kind' | 'source'>, share: number) => product.variants.map((variant) => ({ market_code: 'GB', kind, source, variant_id: variant.id, amount_minor: Math.max(1, Math.round((variant.gbpMinor * share) / 50) * 50), seen_at: seenAt }));
    const seen = competitors.filter(({ source, share }) => seedChance(`reference:${source}:${product.handle}`) < share);
    return [
      ...(product.brand === publisher ? product.variants.map((variant) => ({ market_code: 'GB', kind: 'map', source: publisher, variant_id: variant.id, amount_minor: Math.round(variant.gbpMinor * 0.8), seen_at: seenAt })) : []),
      ...seen.flatMap((source) => of(source, source.from + source.span * seedChance(`reference-price:${source.source}:${product.handle}`))),
    ];
  });
}
