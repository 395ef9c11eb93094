export interface ChangeRow {
  /** "lines.0.deltaMilli" */
  field: string;
  before: string;
  after: string;
}

/** What differs between two states, field by field; what is the same in both is left out. A side that is not there is empty. */
export function changeRows(before: unknown, after: unknown): ChangeRow[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? '', after: now.get(field) ?? '' }))
    .filter((row) => row.before !== row.after);
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, child]) => [...flat(child, path === '' ? key : `${path}.${key}`)]));
}
