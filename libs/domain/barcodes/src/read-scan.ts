import { readDigitalLink } from './digital-link';
import { type Element, readBracketed, elementProblem, separator } from './element';
import { expandUpcE, readGtin } from './gtin';
import { type InStoreLayout, type InStoreReading, readInStoreCode } from './in-store-code';
import { readMeasure, readPrice, type CodedPrice, type Measure } from './measures';
import { readShortDate } from './date-values';
import { checkedElements, readScanData } from './scan-data';

/** What goods are looked up by: a GTIN of 14 digits, the item of a scale's label, else the code as it was scanned. */
export type Lookup = { by: 'gtin'; gtin14: string } | { by: 'in_store'; item: string } | { by: 'code'; code: string };

/** What a code on goods says, whatever the symbol and the scanner. */
export interface Scan {
  lookup: Lookup;
  lot: string | null;
  serial: string | null;
  /** The last day on which it is sold (AI 17, else 16, else 15), YYYY-MM-DD. */
  expires: string | null;
  measure: Measure | null;
  price: CodedPrice | null;
  /** What an in-store label says besides the item: its value or price, as its layout has it. */
  labelValue: number | null;
  labelPrice: number | null;
  elements: Element[];
}

export interface ScanPlace {
  /** YYYY-MM-DD: years of two digits are read from here. */
  today: string;
  /** The labels of the retailer's own scales. */
  layouts?: readonly InStoreLayout[];
}

const nothing = { lot: null, serial: null, expires: null, measure: null, price: null, labelValue: null, labelPrice: null, elements: [] };

/**
 * Reads what a scanner or a person entered: with or without symbology identifier, element strings with separators or
 * brackets, Digital Links, GTINs of each length, UPC-E, in-store labels. What is none of these is a code of the house.
 */
export function readScan(scan: string, { today, layouts = [] }: ScanPlace): Scan {
  const read = open(scan, layouts);
  if (read.label) return { ...nothing, lookup: read.lookup, labelValue: read.label.value, labelPrice: read.label.price };
  return { ...nothing, ...factsOf(read.elements, today), elements: read.elements, lookup: read.lookup };
}

/** Only what the goods are looked up by. */
export const readLookup = (scan: string, layouts: readonly InStoreLayout[] = []): Lookup => open(scan, layouts).lookup;

function open(scan: string, layouts: readonly InStoreLayout[]): { lookup: Lookup; label: InStoreReading | null; elements: Element[] } {
  const data = readScanData(scan.trim());
  const text = data?.text ?? scan.trim();
  const label = layouts.map((layout) => readInStoreCode(text, layout)).find((reading) => reading?.item);
  if (label?.item) return { lookup: { by: 'in_store', item: label.item }, label, elements: [] };
  const elements = data ? data.elements : elementsOf(text);
  const gtin = data?.gtin ?? readGtin(text) ?? (elements.length === 0 && /^[01]\d{7}$/.test(text) ? readGtin(expandUpcE(text) ?? '') : null);
  const found = gtin?.gtin14 ?? elements.find(({ ai }) => ai === '01' || ai === '02' || ai === '03')?.value;
  return { lookup: found === undefined ? { by: 'code', code: text } : { by: 'gtin', gtin14: found }, label: null, elements };
}

/** Elements of a text without symbology identifier: only what cannot be a plain code is taken for some. */
function elementsOf(text: string): Element[] {
  if (/^https?:\/\//i.test(text)) return readDigitalLink(text, { shortGtin: true }) ?? [];
  if (text.startsWith('(')) return readBracketed(text)?.every((element) => elementProblem(element) === null) ? (readBracketed(text) ?? []) : [];
  const isElementString = text.includes(separator) || /^0[123]\d{14}/.test(text);
  return isElementString ? (checkedElements(text.replace(new RegExp(`^${separator}`), '')) ?? []) : [];
}

function factsOf(elements: readonly Element[], today: string): Pick<Scan, 'lot' | 'serial' | 'expires' | 'measure' | 'price'> {
  const value = (ai: string) => elements.find((element) => element.ai === ai)?.value ?? null;
  const day = value('17') ?? value('16') ?? value('15');
  const first = <Found>(read: (element: Element) => Found | null) => elements.map(read).find((found) => found !== null) ?? null;
  return { lot: value('10'), serial: value('21'), expires: day && readShortDate(day, today), measure: first(readMeasure), price: first(readPrice) };
}
