import * as z from 'zod';
import { KindOfGoods } from '../catalog/product.contract';

const Named = z.object({ variantId: z.uuid(), productId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string() });

/** In one piece of the bundle, in thousandths. */
const perPiece = z.int().positive().max(1_000_000);

/** What a bundle is made of, as a till knows and sells it. */
export const RecipeContract = z.object({ bundleId: z.uuid(), components: z.array(z.object({ variantId: z.uuid(), quantityMilli: perPiece })).min(1).max(50) });
export type RecipeContract = z.infer<typeof RecipeContract>;

/** GET /api/stock/:variantId/components: what it is made of, where that makes how many, and in what it is itself. */
export const ComponentsAnswer = z
  .object({
    kind: KindOfGoods,
    components: z.array(Named.extend({ quantityMilli: perPiece })),
    /** Places with any of its components: whole ones that these make there, and the component of which there is least. */
    places: z.array(z.object({ locationId: z.uuid(), availableMilli: z.int().nonnegative(), limitedBy: z.uuid().nullable() })),
    /** Bundles and kits that it is a component of, by SKU. */
    usedIn: z.array(Named.extend({ kind: KindOfGoods, quantityMilli: perPiece })),
  })
  .meta({ id: 'Components' });
export type ComponentsAnswer = z.infer<typeof ComponentsAnswer>;

/** PUT /api/stock/:variantId/components. `stock` is made of nothing. */
export const SetComponentsRequest = z
  .object({ kind: KindOfGoods, components: z.array(z.object({ variantId: z.uuid(), quantityMilli: perPiece })).max(50) })
  .meta({ id: 'SetComponents' });
export type SetComponentsRequest = z.infer<typeof SetComponentsRequest>;

/** POST /api/stock/:variantId/assembly: packs a kit from its components, or takes it apart. Whole pieces. */
export const AssembleRequest = z
  .object({ locationId: z.uuid(), act: z.enum(['pack', 'unpack']), quantityMilli: z.int().positive().max(100_000_000).multipleOf(1000) })
  .meta({ id: 'Assemble' });
export type AssembleRequest = z.infer<typeof AssembleRequest>;

export const AssembleAnswer = z.object({ assemblyId: z.uuid() }).meta({ id: 'Assembled' });
export type AssembleAnswer = z.infer<typeof AssembleAnswer>;
