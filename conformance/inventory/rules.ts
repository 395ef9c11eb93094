/** What a case and we say differently. Rules look at these facts alone, never at the name of a case. */
export type Difference =
  | { kind: 'refund'; oursMinor: number; theirsMinor: number; adjustmentMinor: number }
  | { kind: 'places'; what: 'onHand' | 'backordered'; sku: string; ours: Record<string, number>; theirs: Record<string, number>; places: { ours: number; theirs: number } }
  | { kind: 'leftover'; sku: string; ours: number; theirs: number }
  | { kind: 'gift-card'; what: 'net' | 'gross'; oursMinor: number; theirsMinor: number };

export interface Rule {
  name: string;
  covers(difference: Difference): boolean;
}

const sum = (values: Record<string, number>): number => Object.values(values).reduce((total, value) => total + value, 0);

export const rules: Rule[] = [
  {
    name: 'What was taken off a whole order is frozen in whole pennies for each unit when it is sold, by largest remainder; Solidus divides it again at each return.',
    covers: (difference) => difference.kind === 'refund' && difference.adjustmentMinor !== 0 && Math.abs(difference.oursMinor - difference.theirsMinor) <= 1,
  },
  {
    name: 'As few places as can be send an order (RTE-2, RTE-3); Solidus empties the first place in its list before it takes of the next, and needs more of them.',
    covers: (difference) => difference.kind === 'places' && difference.what === 'onHand' && difference.places.ours < difference.places.theirs && sum(difference.ours) === sum(difference.theirs),
  },
];

/** The names of the rules that excuse the differences, and the differences that none does. */
export function judged(differences: Difference[]): { rules: string[]; problems: string[] } {
  const names: string[] = [];
  const problems: string[] = [];
  for (const difference of differences) {
    const rule = rules.find(({ covers }) => covers(difference));
    if (rule) names.push(rule.name);
    else problems.push(JSON.stringify(difference));
  }
  return { rules: names, problems };
}
