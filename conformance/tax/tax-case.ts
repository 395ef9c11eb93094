/** Where our answer is not the expected one. `facts`: what the rules may look at, of the case's content only. */
export interface Difference {
  field: string;
  expected: unknown;
  actual: unknown;
  facts: Record<string, unknown>;
}

export interface TaxCase {
  /** Shown to people; nothing is decided by it. */
  name: string;
  run(): Difference[];
}

/** Fields of a case whose shape is not proven; each reader proves what it needs. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const has = (value: unknown, ...names: string[]): value is Fields => isFields(value) && names.every((name) => name in value);

/** Collects what differs; amounts as they are compared. */
export class Comparison {
  readonly differences: Difference[] = [];

  constructor(private readonly facts: Record<string, unknown> = {}) {}

  check(field: string, { expected, actual }: { expected: unknown; actual: unknown }, facts: Record<string, unknown> = {}): void {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) this.differences.push({ field, expected, actual, facts: { ...this.facts, ...facts } });
  }

  /** Only what the case expects is compared. */
  checkGiven(expected: Fields, actual: Readonly<Record<string, unknown>>, convert: (value: never) => unknown = (value) => value): void {
    for (const [field, value] of Object.entries(expected)) this.check(field, { expected: convert(value as never), actual: actual[field] });
  }
}
