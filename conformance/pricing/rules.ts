/** What a case and we say differently. Rules look at these facts alone, never at the name of a case. */
export type Difference =
  | { kind: 'currency'; code: string; known: boolean }
  /** Amounts of rows that the source could have chosen from; `rules` is how many conditions each has. */
  | { kind: 'choice'; ours: { amount: number; rules: number }; theirs: { amount: number; rules: number }[] }
  /** A shelf price after promotions; `percents` of those that mean the variant. */
  | { kind: 'shelf'; oursMinor: number; theirsMinor: number; percents: string[] };

export interface Rule {
  name: string;
  covers(difference: Difference): boolean;
}

export const rules: Rule[] = [
  {
    name: 'Prices are in a currency of ISO 4217 (KRN-3); anything else is no money here.',
    covers: (difference) => difference.kind === 'currency' && !difference.known,
  },
  {
    name: 'Of prices with as many conditions the one of the closer scope counts, then the later book (PRC-2); Medusa takes the lower amount.',
    covers: (difference) => difference.kind === 'choice' && difference.theirs.some(({ amount, rules: count }) => count === difference.ours.rules && amount < difference.ours.amount),
  },
  {
    name: 'What a percentage takes off is rounded half up (PRM-3), in favour of the shopper; Sylius rounds the price that is left.',
    covers: (difference) => difference.kind === 'shelf' && difference.theirsMinor > difference.oursMinor && difference.theirsMinor - difference.oursMinor <= difference.percents.length,
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
