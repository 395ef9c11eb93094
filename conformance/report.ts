/** What one case came to. A difference is excused only by a rule of the suite's table. */
export interface CaseResult {
  /** Shown to people; nothing is decided by it. */
  name: string;
  outcome: 'agree' | 'differByRule' | 'fail';
  /** The names of the rules, for differByRule. */
  rules: string[];
  /** What is wrong, for fail. */
  problems: string[];
}

export function resultOf(name: string, rules: string[], problems: string[]): CaseResult {
  const outcome = problems.length > 0 ? 'fail' : rules.length > 0 ? 'differByRule' : 'agree';
  return { name, outcome, rules: [...new Set(rules)], problems };
}

/** A case that could not be run to its end. */
export function failureOf(name: string, error: unknown): CaseResult {
  return resultOf(name, [], [error instanceof Error ? `${error.name}: ${error.message}` : String(error)]);
}

/** Prints the report; with `json` one line a case, without it a summary. The last line is JSON in both. Returns the exit code. */
export function printReport(suite: string, results: CaseResult[], json: boolean): number {
  const count = (outcome: CaseResult['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  const fail = count('fail');
  if (json) for (const result of results) console.log(JSON.stringify(result));
  else printSummary(results);
  console.log(JSON.stringify({ suite, cases: results.length, agree: count('agree'), differByRule: count('differByRule'), fail }));
  // A folder without a single case is no proof of anything.
  return fail > 0 || results.length === 0 ? 1 : 0;
}

function printSummary(results: CaseResult[]): void {
  const rules = new Map<string, number>();
  for (const rule of results.flatMap((result) => result.rules)) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  for (const [rule, cases] of rules) console.log(`differs by rule  ${String(cases).padStart(4)}  ${rule}`);
  for (const result of results.filter(({ outcome }) => outcome === 'fail')) console.log(`FAIL  ${result.name}\n${result.problems.map((problem) => `      ${problem}`).join('\n')}`);
}
