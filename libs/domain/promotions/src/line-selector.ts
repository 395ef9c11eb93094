/** Which lines of a basket are meant. Nothing named: every line. */
export interface LineSelector {
  /** Any of the three lists names the line. */
  collectionIds?: string[];
  productIds?: string[];
  variantIds?: string[];
  /** And, where given, at least one of these. */
  attributes?: { name: string; value: string }[];
  /** And the list price of a unit within, both inclusive. */
  minUnitMinor?: number;
  maxUnitMinor?: number;
  /** And none of these. */
  exceptCollectionIds?: string[];
  exceptProductIds?: string[];
  exceptVariantIds?: string[];
  /** And not reduced yet: neither by a book nor by a promotion before. */
  onlyFullPrice?: boolean;
}

/** What is known of an article by name: its brand, its colour; several values where it has them, such as tags. */
export type Attributes = Readonly<Record<string, string | readonly string[]>>;

export interface SelectableLine {
  variantId: string;
  productId?: string;
  collectionIds: string[];
  attributes?: Attributes;
  /** List price of a unit. */
  unitMinor: number;
  /** What is sold below its usual price already. */
  reduced?: boolean;
}

/** True where the selector means the line (PRM-8). */
export function selects(on: LineSelector, line: SelectableLine): boolean {
  return isNamed(on, line) && hasAttribute(on, line) && isPriced(on, line) && !isExcepted(on, line) && !(on.onlyFullPrice && line.reduced);
}

/** True where the selector names nothing of the line's identity, so that any line may match. */
export const namesAll = ({ collectionIds, productIds, variantIds }: LineSelector): boolean =>
  !collectionIds?.length && !productIds?.length && !variantIds?.length;

function isNamed(on: LineSelector, line: SelectableLine): boolean {
  if (namesAll(on)) return true;
  return on.variantIds?.includes(line.variantId) === true
    || (line.productId !== undefined && on.productIds?.includes(line.productId) === true)
    || on.collectionIds?.some((id) => line.collectionIds.includes(id)) === true;
}

const hasAttribute = ({ attributes }: LineSelector, line: SelectableLine): boolean =>
  !attributes?.length || attributes.some(({ name, value }) => {
    const own = line.attributes !== undefined && Object.hasOwn(line.attributes, name) ? line.attributes[name] : undefined;
    return typeof own === 'string' ? own === value : own?.includes(value) === true;
  });

const isPriced = ({ minUnitMinor, maxUnitMinor }: LineSelector, { unitMinor }: SelectableLine): boolean =>
  (minUnitMinor === undefined || unitMinor >= minUnitMinor) && (maxUnitMinor === undefined || unitMinor <= maxUnitMinor);

const isExcepted = ({ exceptCollectionIds, exceptProductIds, exceptVariantIds }: LineSelector, line: SelectableLine): boolean =>
  exceptVariantIds?.includes(line.variantId) === true
  || (line.productId !== undefined && exceptProductIds?.includes(line.productId) === true)
  || exceptCollectionIds?.some((id) => line.collectionIds.includes(id)) === true;
