/** What a case and we say differently. Rules look at these facts alone, never at the name of a case. */
export type Difference =
  | { kind: 'shares'; amountMinor: number; ours: number[]; theirs: number[] }
  | { kind: 'digits'; source: 'iso' | 'cldr' | 'joda'; ours: number | undefined; theirs: number }
  | { kind: 'cash'; ours: number; theirs: number };

export interface Rule {
  name: string;
  covers(difference: Difference): boolean;
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

export const rules: Rule[] = [
  {
    // The same amount in all, each share within one minor unit.
    name: 'A negative amount is shared as the mirror image of the positive one (KRN-12); moneyphp floors towards minus infinity.',
    covers: (difference) =>
      difference.kind === 'shares' && difference.amountMinor < 0 && sum(difference.ours) === sum(difference.theirs) &&
      difference.ours.every((share, index) => Math.abs(share - (difference.theirs[index] ?? Number.NaN)) <= 1),
  },
  {
    name: "Amounts are kept in the minor unit of ISO 4217 (KRN-3); CLDR's digits are what is usual to show, and may be fewer.",
    covers: (difference) => difference.kind === 'digits' && difference.source === 'cldr' && difference.ours !== undefined && difference.theirs < difference.ours,
  },
  {
    name: 'Codes without a minor unit in ISO 4217, such as metals, and codes that were withdrawn long ago hold no amounts; CLDR shows them with digits.',
    covers: (difference) => difference.kind === 'digits' && difference.source === 'cldr' && difference.ours === undefined,
  },
  {
    name: 'Cash is rounded where a law or the central bank says so although the smaller unit is in use (KRN-13); CLDR leaves it out.',
    covers: (difference) => difference.kind === 'cash' && difference.theirs === 1 && difference.ours > 1,
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
