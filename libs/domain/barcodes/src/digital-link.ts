import { type ApplicationIdentifier, applicationIdentifier } from './application-identifiers';
import { type Element, elementProblem } from './element';

export interface LinkReading {
  /** Takes a GTIN of 8, 12 or 13 digits too, as some older links have it. */
  shortGtin?: boolean;
}

const uriSigns = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;
// A host: letters of the web's alphabet, a port, or an address of version 6.
const pattern = /^(?:https?|HTTPS?):\/\/(?:[\w\-.]+|\[[\dA-Fa-f:.]+\])(?::\d+)?(\/[^?#]*)(?:\?([^#]*))?(?:#.*)?$/;

/**
 * Reads a GS1 Digital Link (GS1 Digital Link URI syntax 1.4): what it says of the item, in the order in which it stands
 * there. Null where the link is none, or says something that cannot be.
 */
export function readDigitalLink(uri: string, { shortGtin = false }: LinkReading = {}): Element[] | null {
  const [, path, query = ''] = uriSigns.test(uri) ? (pattern.exec(uri) ?? []) : [];
  if (path === undefined) return null;
  const named = readPath(path.split('/').slice(1));
  const attributes = named && readQuery(query);
  if (!named || !attributes) return null;
  const elements = [...named, ...attributes].map((element) => (shortGtin && element.ai === '01' && /^(\d{8}|\d{12,13})$/.test(element.value) ? { ...element, value: element.value.padStart(14, '0') } : element));
  const isOnce = new Set(elements.map(({ ai }) => ai)).size === elements.length;
  return isOnce && elements.every((element) => elementProblem(element) === null) ? elements : null;
}

/** The key nearest to the end, its value, and what qualifies it; what stands before is the owner's own path. */
function readPath(steps: string[]): Element[] | null {
  for (let place = steps.length - 2; place >= 0; place -= 1) {
    const identifier = applicationIdentifier(steps[place] ?? '');
    if (!identifier?.linkKey || (steps.length - place) % 2 !== 0) continue;
    const elements = pairsOf(steps.slice(place));
    if (elements && isQualified(identifier, elements.slice(1).map(({ ai }) => ai))) return elements;
  }
  return null;
}

function pairsOf(steps: string[]): Element[] | null {
  const elements: Element[] = [];
  for (let place = 0; place < steps.length; place += 2) {
    const value = decode(steps[place + 1] ?? '');
    if (!value) return null;
    elements.push({ ai: steps[place] ?? '', value });
  }
  return elements;
}

/** Qualifiers may be left out, but stand in their order and belong to one way of qualifying. */
const isQualified = ({ linkKey }: ApplicationIdentifier, codes: string[]): boolean =>
  (linkKey ?? []).some((way) => codes.every((code, place) => way.includes(code) && (place === 0 || way.indexOf(code) > way.indexOf(codes[place - 1] ?? ''))));

/** Numbers name identifiers and must be right; words are the owner's own business. */
function readQuery(query: string): Element[] | null {
  const elements: Element[] = [];
  for (const part of query.split(/[&;]/)) {
    const [name = '', ...rest] = part.split('=');
    if (!/^\d+$/.test(name)) continue;
    const value = decode(rest.join('=').replaceAll('+', ' '));
    if (!value || !applicationIdentifier(name)?.isLinkAttribute) return null;
    elements.push({ ai: name, value });
  }
  return elements;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
