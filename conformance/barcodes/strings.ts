import { type Element, elementProblem, elementText, readBracketed, readDigitalLink, readScanData } from '@oneshelf/domain-barcodes';
import { type CaseResult, resultOf } from '../report';
import { barcodeRules } from './rules';

type Settings = Record<string, string>;
export interface BracketedCase { input: string; valid: boolean; fnc1Form: string | null; settings: Settings }
export interface LinkCase { uri: string; valid: boolean; fnc1Form: string | null; settings: Settings }
export interface ScanCase { scan: string; valid: boolean; symbology: string; data: string | null }
export interface VerifiedCase { input: string; level: 'ok' | 'warning' | 'error'; reduced: string | null; message: string | null }

// The cases write FNC1 as ^, before the string and wherever a separator stands.
const published = (elements: Element[]): string => `^${elementText(elements).replaceAll('\u001d', '^')}`;

const compare = (name: string, { ours, theirs, rules }: { ours: string | null; theirs: string | null; rules?: string[] }): CaseResult =>
  (ours === theirs ? resultOf(name, [], []) : rules?.length ? resultOf(name, rules, []) : resultOf(name, [], [`Published: ${theirs ?? 'refused'}; ours: ${ours ?? 'refused'}.`]));

export function judgeBracketed({ input, fnc1Form }: BracketedCase): CaseResult {
  const elements = readBracketed(input);
  return compare(input, { theirs: fnc1Form, ours: elements?.every((element) => elementProblem(element) === null) ? published(elements) : null });
}

export function judgeLink({ uri, fnc1Form, settings }: LinkCase): CaseResult {
  const elements = readDigitalLink(uri, { shortGtin: settings.PermitZeroSuppressedGTINinDLuris === 'true' });
  const hasWord = /\/(?:gtin|cpv|lot|ser|sscc|itip|gln|cpid|giai|grai|gsrn|gsrnp|gmn|gcn|gdti|ginc|gsin|glnx|partygln|payto|srin)\//i.test(uri);
  const rules = [...(hasWord ? [barcodeRules.words] : []), ...(settings.PermitUnknownAIs === 'true' ? [barcodeRules.unknownIdentifiers] : [])];
  return compare(uri, { theirs: fnc1Form, ours: elements && published(elements), rules });
}

const symbologies: Record<string, string> = { 'EAN-13': 'EAN13', 'EAN-8': 'EAN8', 'GS1-128': 'GS1_128_CCA', DataBar: 'DataBarExpanded', QR: 'QR', DataMatrix: 'DM', DotCode: 'DotCode' };

export function judgeScan({ scan, symbology, data }: ScanCase): CaseResult {
  const read = readScanData(scan);
  return compare(scan, { theirs: data === null ? null : `${symbology} ${data}`, ours: read && `${symbologies[read.symbology]} ${scanText(read)}` });
}

function scanText({ gtin, elements, text }: NonNullable<ReturnType<typeof readScanData>>): string {
  if (gtin) return text.split('|')[0] + (elements.length > 0 ? `|${published(elements)}` : '');
  // A plain ^ at the beginning is written with a stroke before it, to tell it from FNC1.
  return elements.length > 0 && !text.startsWith('http') ? published(elements) : text.replace(/^\^/, '\\^');
}

/** Element strings with square brackets: right, readable but wrong in content, or not readable. */
export function judgeVerified({ input, level, reduced, message }: VerifiedCase): CaseResult {
  const elements = readBracketed(input.replaceAll('(', '\\(').replaceAll('[', '(').replaceAll(']', ')'));
  const problems = elements?.map(elementProblem) ?? [];
  const ours = !elements || problems.some((problem) => problem?.kind === 'form') ? 'error' : problems.some((problem) => problem !== null) ? 'warning' : 'ok';
  // Both say that it is wrong; they differ in how wrong a length is.
  const endsInPart = level === 'warning' && /length/.test(message ?? '') && problems.some((problem) => problem?.problem === 'wrong_length');
  const text = (of: string, content: string | null) => (of === 'error' ? of : `${of} ${content}`);
  return compare(input, { theirs: `${text(level, reduced)}`, ours: text(ours, elements && elementText(elements)), rules: [...(message?.includes('package type') ? [barcodeRules.packageTypes] : []), ...(endsInPart ? [barcodeRules.halfPart] : [])] });
}
