import { type Element, elementProblem, readElementText } from './element';
import { readDigitalLink } from './digital-link';
import { type Gtin, readGtin } from './gtin';

export type Symbology = 'EAN-13' | 'EAN-8' | 'GS1-128' | 'DataBar' | 'QR' | 'DataMatrix' | 'DotCode';

/** What a scanner sent that names the symbology (ISO/IEC 15424): a number, GS1 elements, a link, or plain text. */
export interface ScanData {
  symbology: Symbology;
  gtin: Gtin | null;
  elements: Element[];
  text: string;
}

type Content = 'gtin' | 'elements' | 'text';

const identifiers: Record<string, { symbology: Symbology; content: Content; digits?: number }> = {
  E0: { symbology: 'EAN-13', content: 'gtin', digits: 13 },
  E4: { symbology: 'EAN-8', content: 'gtin', digits: 8 },
  C1: { symbology: 'GS1-128', content: 'elements' },
  e0: { symbology: 'DataBar', content: 'elements' },
  Q3: { symbology: 'QR', content: 'elements' },
  d2: { symbology: 'DataMatrix', content: 'elements' },
  J1: { symbology: 'DotCode', content: 'elements' },
  Q1: { symbology: 'QR', content: 'text' },
  d1: { symbology: 'DataMatrix', content: 'text' },
  J0: { symbology: 'DotCode', content: 'text' },
};

/** The part of a composite symbol after the bars. */
const composite = '|]e0';

/** Reads "]Q3…" and the like; null where the symbology is none of ours or its content is not what it must be. */
export function readScanData(scan: string): ScanData | null {
  const identifier = scan.startsWith(']') ? identifiers[scan.slice(1, 3)] : undefined;
  if (!identifier) return null;
  const { symbology, content, digits } = identifier;
  const text = scan.slice(3);
  if (content === 'elements') {
    const elements = checkedElements(text);
    return elements && { symbology, gtin: null, elements, text };
  }
  if (content === 'text') return readText(symbology, text);
  const [number = '', more] = text.split(composite);
  const gtin = number.length === digits ? readGtin(number) : null;
  const elements = more === undefined ? [] : checkedElements(more);
  return gtin && elements && { symbology, gtin, elements, text };
}

/** A web address in a symbol of goods is a Digital Link or nothing that a till can sell. */
function readText(symbology: Symbology, text: string): ScanData | null {
  if (!/^https?:\/\//i.test(text)) return { symbology, gtin: null, elements: [], text };
  const elements = readDigitalLink(text, { shortGtin: true });
  return elements && { symbology, gtin: null, elements, text };
}

/** The elements of a text where each is right; null else. */
export function checkedElements(text: string): Element[] | null {
  const elements = readElementText(text);
  return elements?.every((element) => elementProblem(element) === null) ? elements : null;
}
