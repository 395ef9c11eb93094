import { isMeasured, quantityUnits } from '@oneshelf/domain-kernel';
import * as z from 'zod';

const BasketLineSchema = z.object({
  variantId: z.uuid(),
  quantityMilli: z.int().positive().max(99_000),
  /** For the page of the product and for its name in the basket; prices are always asked again. */
  handle: z.string().min(1).max(255),
  title: z.string().max(500),
  variantTitle: z.string().max(500),
  /** Absent: pieces. */
  unit: z.enum(quantityUnits).optional(),
});
const BasketSchema = z.array(BasketLineSchema).max(100);

export type BasketLine = z.infer<typeof BasketLineSchema>;
export type Basket = readonly BasketLine[];

const most = 99_000;

/** What this browser kept, as far as it can be read: anybody may have written there. */
export function parseBasket(text: string | null): Basket {
  if (text === null) return [];
  try {
    const parsed = BasketSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** One more of a product; a product stands in one line. */
export function addToBasket(basket: Basket, line: BasketLine): Basket {
  const present = basket.find((each) => each.variantId === line.variantId);
  if (present === undefined) return [...basket, line];
  return setQuantity(basket, { variantId: line.variantId, quantityMilli: present.quantityMilli + line.quantityMilli });
}

/** Sets a line's quantity, at most 99; zero takes the line out. */
export function setQuantity(basket: Basket, change: { variantId: string; quantityMilli: number }): Basket {
  const quantityMilli = Math.min(most, change.quantityMilli);
  return basket.flatMap((line) => (line.variantId !== change.variantId ? [line] : quantityMilli > 0 ? [{ ...line, quantityMilli }] : []));
}

/** How many things: 2000 and 1000 → 3; what is weighed or cut is one thing. */
export const basketUnits = (basket: Basket): number => basket.reduce((sum, line) => sum + (isMeasured(line.unit) ? 1 : line.quantityMilli / 1000), 0);

/** The lines as the storefront takes them. */
export const linesOf = (basket: Basket): { variantId: string; quantityMilli: number }[] => basket.map(({ variantId, quantityMilli }) => ({ variantId, quantityMilli }));
