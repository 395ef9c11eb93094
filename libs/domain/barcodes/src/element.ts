import { type ApplicationIdentifier, applicationIdentifier, leadingIdentifier, meansCode, type ValuePart } from './application-identifiers';
import { isOfSet, valueProblem } from './value-checks';

/** One identifier and its value, as a symbol carries them. */
export interface Element {
  ai: string;
  value: string;
}

/** What is wrong with one element. `form`: it cannot be read; `content`: it can, and says something that cannot be. */
export interface ElementProblem {
  ai: string;
  kind: 'form' | 'content';
  problem: string;
}

/** Separates elements whose length is not predefined, as scanners send it (FNC1, ASCII 29). */
export const separator = '\u001d';

/** What is wrong with an element by itself; null when nothing is. */
export function elementProblem({ ai, value }: Element): ElementProblem | null {
  const identifier = applicationIdentifier(ai);
  if (!identifier) return { ai, kind: 'form', problem: 'unknown_identifier' };
  const parts = splitValue(identifier, value);
  if (!parts) return { ai, kind: 'form', problem: 'wrong_length' };
  if (!/^[ -~]*$/.test(value)) return { ai, kind: 'form', problem: 'wrong_characters' };
  for (const { part, text } of parts) {
    if (!isOfSet(part.set, text)) return { ai, kind: 'content', problem: 'wrong_characters' };
    const problem = part.checks.map((check) => valueProblem(check, text)).find((found) => found !== null);
    if (problem) return { ai, kind: 'content', problem };
  }
  return null;
}

/** The value cut into its parts; null where it is too short or too long. */
function splitValue({ parts }: ApplicationIdentifier, value: string): { part: ValuePart; text: string }[] | null {
  const split: { part: ValuePart; text: string }[] = [];
  let rest = value;
  for (const part of parts) {
    if (part.optional && rest === '') break;
    const text = rest.slice(0, part.most);
    if (text.length < part.least) return null;
    split.push({ part, text });
    rest = rest.slice(part.most);
  }
  return rest === '' ? split : null;
}

/** How many characters a value may have at most. */
const longest = ({ parts }: ApplicationIdentifier): number => parts.reduce((length, part) => length + part.most, 0);

/** Elements as a symbol carries them: the predefined ones without a separator behind them. */
export const elementText = (elements: readonly Element[]): string => elements.map(({ ai, value }, place) => ai + value + (place === elements.length - 1 || applicationIdentifier(ai)?.isPredefined ? '' : separator)).join('');

/** Reads elements from what a symbol carries; null where it is no such string. Their values are not checked. */
export function readElementText(text: string): Element[] | null {
  const elements: Element[] = [];
  let rest = text;
  while (rest !== '') {
    const identifier = leadingIdentifier(rest);
    if (!identifier) return null;
    const { code } = identifier;
    const end = identifier.isPredefined ? code.length + longest(identifier) : rest.indexOf(separator);
    const value = rest.slice(code.length, end === -1 ? undefined : end);
    if (value === '' || value.includes(separator)) return null;
    elements.push({ ai: code, value });
    rest = end === -1 ? '' : rest.slice(end);
    // A separator that is not needed does no harm, as scanners and printers differ; two, or one at the end, are a fault.
    if (rest.startsWith(separator)) rest = rest.slice(1) || separator;
    if (rest === separator) return null;
  }
  return elements.length > 0 ? elements : null;
}

/** Reads "(01)09521234543213(10)AB" as people write it. "\(" is a bracket inside a value. Null where it is no such string. */
export function readBracketed(text: string): Element[] | null {
  const elements = [...text.matchAll(/\((\d{2,4})\)((?:\\\(|[^(\\]|\\(?!\())*)/gy)];
  const isWhole = elements.reduce((length, [match]) => length + match.length, 0) === text.length;
  if (!isWhole || elements.length === 0 || elements.some(([, , value]) => value === '')) return null;
  return elements.map(([, ai = '', value = '']) => ({ ai, value: value.replaceAll('\\(', '(') }));
}

/** What is wrong between elements of one item: one that may not be beside another, lacks one, or says two things. */
export function pairProblems(elements: readonly Element[]): ElementProblem[] {
  const has = (pattern: string, but?: string) => elements.some(({ ai }) => ai !== but && meansCode(pattern, ai));
  return elements.flatMap(({ ai, value }): ElementProblem[] => {
    const identifier = applicationIdentifier(ai);
    if (!identifier) return [];
    const problems = [
      ...identifier.without.filter((pattern) => has(pattern, ai)).map((pattern) => `not_beside_${pattern}`),
      ...(identifier.with.length > 0 && !identifier.with.some((group) => group.every((pattern) => has(pattern))) ? [`needs_${identifier.with.map((group) => group.join('+')).join('_or_')}`] : []),
      ...(elements.some((other) => other.ai === ai && other.value !== value) ? ['says_two_things'] : []),
    ];
    return problems.map((problem) => ({ ai, kind: 'content', problem }));
  });
}
