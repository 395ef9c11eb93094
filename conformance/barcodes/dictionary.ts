import { applicationIdentifier } from '@oneshelf/domain-barcodes';
import { type CaseResult, resultOf } from '../report';

/** The published list of identifiers: length, character set, separator, links and partners of each. */
export function judgeDictionary(text: string): CaseResult[] {
  return text.split('\n').filter((line) => /^\d/.test(line)).flatMap((line) => {
    const [codes = '', ...words] = line.replace(/\s+#.*$/, '').trim().split(/\s+/);
    const flags = /^[^\w[]+$/.test(words[0] ?? '') ? (words[0] ?? '') : '';
    return codesOf(codes).map((code) => resultOf(`AI ${code}`, [], problemsOf(code, flags, words.slice(flags ? 1 : 0))));
  });
}

function problemsOf(code: string, flags: string, words: string[]): string[] {
  const ours = applicationIdentifier(code);
  if (!ours) return ['Ours does not know it.'];
  const attribute = (name: string) => words.find((word) => word === name || word.startsWith(`${name}=`))?.slice(name.length + 1);
  const format = words.filter((word) => /^\[?[NXYZ]/.test(word)).map((word) => word.split(',')[0]).join(' ');
  const ourFormat = ours.parts.map(({ set, least, most, optional }) => { const length = `${set}${least < most ? '..' : ''}${most}`; return optional ? `[${length}]` : length; }).join(' ');
  const key = attribute('dlpkey');
  const pairs: [string, string, string][] = [
    ['format', format, ourFormat], ['predefined length', String(flags.includes('*')), String(ours.isPredefined)], ['link attribute', String(flags.includes('?')), String(ours.isLinkAttribute)],
    ['with', attribute('req') ?? '', ours.with.map((group) => group.join('+')).join(',')], ['without', attribute('ex') ?? '', ours.without.join(',')],
    ['link key', key ?? 'none', ours.linkKey ? ours.linkKey.slice(1).map((way) => way.join(',')).join('|') : 'none'],
  ];
  return pairs.filter(([, theirs, own]) => theirs !== own).map(([what, theirs, own]) => `${what}: published ${theirs}, ours ${own}.`);
}

function codesOf(range: string): string[] {
  const [first = '', last = first] = range.split('-');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => String(Number(first) + step).padStart(first.length, '0'));
}
