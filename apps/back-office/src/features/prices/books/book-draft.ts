import type { BookDerivation, PriceBookSettings, PriceFormulaContract } from '@oneshelf/contracts';
import { fromZonedInput, toZonedInput } from '../../../zoned-time';

export type ScopeKind = 'channelCode' | 'locationId' | 'priceZone' | 'region' | 'customerGroup' | 'customerId';
export const SCOPE_KINDS: readonly ScopeKind[] = ['channelCode', 'locationId', 'priceZone', 'region', 'customerGroup', 'customerId'];

/** What the form holds; times as the stores' clocks show them. */
export interface BookForm {
  name: string;
  code: string;
  scope: Record<ScopeKind, string | null>;
  isEvent: boolean;
  from: string;
  to: string;
  priority: number;
  /** 'own', 'cost', or the id of the base book. */
  source: string;
  versionId: string | null;
  formula: PriceFormulaContract;
}

export const PLAIN_FORMULA: PriceFormulaContract = { percentBasisPoints: 0, surchargeMinor: 0, ending: null, minMarginBasisPoints: null, maxMarginBasisPoints: null };

const NOBODY: Record<ScopeKind, string | null> = { channelCode: null, locationId: null, priceZone: null, region: null, customerGroup: null, customerId: null };

export const EMPTY_BOOK: BookForm = { name: '', code: '', scope: NOBODY, isEvent: false, from: '', to: '', priority: 0, source: 'own', versionId: null, formula: PLAIN_FORMULA };

export function formOf(settings: PriceBookSettings, code: string, timeZone: string): BookForm {
  const { name, isEvent, priority, derivedFrom, channelCode, locationId, priceZone, region, customerGroup, customerId } = settings;
  const local = (instant: string | null) => (instant === null ? '' : toZonedInput(Date.parse(instant), timeZone));
  return {
    name, code, isEvent, priority, scope: { channelCode, locationId, priceZone, region, customerGroup, customerId }, from: local(settings.activeFrom), to: local(settings.activeTo),
    source: derivedFrom === null ? 'own' : (derivedFrom.bookId ?? 'cost'), versionId: derivedFrom?.versionId ?? null, formula: derivedFrom?.formula ?? PLAIN_FORMULA,
  };
}

export function settingsOf(form: BookForm, timeZone: string): PriceBookSettings {
  const instant = (local: string): string | null => {
    const ms = local === '' ? null : fromZonedInput(local, timeZone);
    return ms === null ? null : new Date(ms).toISOString();
  };
  return { name: form.name.trim(), ...form.scope, isEvent: form.isEvent, priority: form.priority, activeFrom: instant(form.from), activeTo: instant(form.to), derivedFrom: derivationOf(form) };
}

function derivationOf({ source, versionId, formula }: BookForm): BookDerivation | null {
  if (source === 'own') return null;
  return source === 'cost' ? { bookId: null, versionId: null, formula } : { bookId: source, versionId, formula };
}

export type FormProblem = 'name' | 'code' | 'window' | 'event';

/** What must be mended before the book can be saved. */
export function problemsOf(form: BookForm): FormProblem[] {
  const problems: FormProblem[] = [];
  if (form.name.trim().length < 2) problems.push('name');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.code) || form.code.length < 2 || form.code.length > 40) problems.push('code');
  if (form.from !== '' && form.to !== '' && form.to <= form.from) problems.push('window');
  if (form.isEvent && (form.from === '' || form.to === '')) problems.push('event');
  return problems;
}

/** `VIP Winter` is `vip-winter`. */
export const codeFrom = (name: string): string => name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
