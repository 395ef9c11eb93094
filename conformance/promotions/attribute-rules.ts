import type { LineSelector } from '@oneshelf/domain-promotions';

export interface Rule {
  attribute: string;
  operator: string;
  values: string[];
}

/** The texts that stand at a dotted path, such as product.id; several where a list is passed. */
export function valueAt(given: object, path: string): string[] {
  let found: unknown[] = [given];
  for (const key of path.split('.')) {
    found = found.flatMap((one) => (typeof one === 'object' && one !== null && key in one ? [(one as Record<string, unknown>)[key]].flat() : []));
  }
  return found.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}

/** Which lines some rules mean; each of them must hold. */
export function selectorOf(rules: readonly Rule[] = []): LineSelector {
  const selector: LineSelector = {};
  for (const { attribute, operator, values } of rules) {
    const taken = operator === 'eq' || operator === 'in' ? include(selector, attribute, values) : operator === 'ne' || operator === 'nin' ? exclude(selector, attribute, values) : false;
    if (!taken) throw new Error(`no mapping for the rule ${attribute} ${operator} beside the others`);
  }
  return selector;
}

/** False where the selector cannot say it beside what it says already. */
function include(selector: LineSelector, attribute: string, values: string[]): boolean {
  const names = (selector.collectionIds ?? selector.productIds) !== undefined;
  if (attribute === 'product_category.id' && !names) selector.collectionIds = values;
  else if (attribute === 'product.id' && !names) selector.productIds = values;
  else if (selector.attributes === undefined) selector.attributes = values.map((value) => ({ name: attribute, value }));
  else return false;
  return true;
}

function exclude(selector: LineSelector, attribute: string, values: string[]): boolean {
  const field = attribute === 'product_category.id' ? 'exceptCollectionIds' : attribute === 'product.id' ? 'exceptProductIds' : undefined;
  if (field === undefined) return false;
  selector[field] = [...(selector[field] ?? []), ...values];
  return true;
}
