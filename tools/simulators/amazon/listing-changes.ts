import { merchantChannel } from './listing';
import { objectOf, textOf } from './operation';
import { invalidInput } from './sp-api-error';

export type Attributes = Record<string, unknown[]>;

export interface Issue {
  code: string;
  message: string;
  severity: 'ERROR' | 'WARNING' | 'INFO';
  attributeNames: string[];
  categories: string[];
}

interface Patch {
  op: string;
  attribute: string;
  value: unknown[];
}

/** Applies the patches of a body. Only whole top-level attributes can be replaced: what a value leaves out is gone, as at Amazon. */
export function patched(attributes: Attributes, body: Record<string, unknown>): Attributes {
  const patches = body['patches'];
  if (!Array.isArray(patches) || patches.length === 0) throw invalidInput('patches is required and must hold at least one patch.');
  return patches.map(patchOf).reduce(applyPatch, attributes);
}

function patchOf(raw: unknown): Patch {
  const patch = objectOf(raw, 'A patch');
  const op = textOf(patch['op'], 'op');
  const path = textOf(patch['path'], 'path');
  const attribute = /^\/attributes\/([^/]+)$/.exec(path)?.[1];
  if (!['add', 'replace', 'merge', 'delete'].includes(op)) throw invalidInput(`Invalid op: ${op}. It is one of add, replace, merge, delete.`);
  if (attribute === undefined) throw invalidInput(`Invalid path: ${path}. Only top-level attributes can be patched, as /attributes/<name>.`);
  const value = patch['value'] ?? [];
  if (!Array.isArray(value) || (op !== 'delete' && value.length === 0)) throw invalidInput(`The value for ${path} must be a list.`);
  return { op, attribute, value };
}

function applyPatch(attributes: Attributes, patch: Patch): Attributes {
  const { [patch.attribute]: old = [], ...rest } = attributes;
  if (patch.op === 'delete') {
    const left = patch.value.length === 0 ? [] : old.filter((element) => !patch.value.some((gone) => sameSelector(element, gone)));
    return left.length === 0 ? rest : { ...rest, [patch.attribute]: left };
  }
  if (patch.op !== 'merge') return { ...rest, [patch.attribute]: patch.value };
  const kept = old.map((element) => Object.assign({}, element, ...patch.value.filter((value) => sameSelector(element, value))) as unknown);
  const added = patch.value.filter((value) => !old.some((element) => sameSelector(element, value)));
  return { ...rest, [patch.attribute]: [...kept, ...added] };
}

const selectors = ['fulfillment_channel_code', 'marketplace_id', 'language_tag', 'audience'];

function sameSelector(left: unknown, right: unknown): boolean {
  const [one, other] = [left, right] as Record<string, unknown>[];
  return selectors.every((name) => one?.[name] === other?.[name]);
}

/** What is wrong with the attributes as a listing; errors make the submission INVALID. */
export function issuesOf(attributes: Attributes): Issue[] {
  const elements = attributes['fulfillment_availability'] ?? [];
  return elements.flatMap((raw) => {
    const element = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
    if (typeof element['fulfillment_channel_code'] !== 'string') return [issue('90220', "'fulfillment_channel_code' is required but not supplied.", 'MISSING_ATTRIBUTE')];
    const quantity = element['quantity'];
    if (quantity === undefined) return [];
    if (element['fulfillment_channel_code'] !== merchantChannel) return [issue('90244', 'A quantity cannot be given for stock that Amazon fulfils.', 'INVALID_ATTRIBUTE')];
    if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 0) return [issue('4000001', "The value for 'quantity' must be a whole number, 0 or more.", 'INVALID_ATTRIBUTE')];
    return [];
  });
}

function issue(code: string, message: string, category: string): Issue {
  return { code, message, severity: 'ERROR', attributeNames: ['fulfillment_availability'], categories: [category] };
}
