import type { Difference } from './rules';

type Fields = Record<string, unknown>;

/** Made anew by each system for each object: only the type is compared. */
const generated = /^(id|created|canceled_at|client_secret|fingerprint|invoice_prefix|secret|url|receipt_url|request|last4|exp_month|exp_year|risk_score|network_transaction_id|authorization_code|payment_method|payment_intent|charge|customer|latest_charge|balance_transaction|calculated_statement_descriptor|receipt_number|country|checks|network|brand|message|doc_url|request_log_url)$/;

interface Place {
  at: string;
  object: string;
  field: string;
}

/** Where our answer has another shape, or another value in a field that is not generated, than the recorded one. null fits any type. */
export function differencesOf(place: Place, ours: unknown, theirs: unknown): Difference[] {
  const differ = (kind: Difference['kind']): Difference[] => [{ ...place, kind, ours, theirs }];
  if (isFields(ours) && isFields(theirs)) return fieldDifferences(place, ours, theirs);
  if (Array.isArray(ours) && Array.isArray(theirs)) return listDifferences(place, ours, theirs);
  const name = place.field.split('.').at(-1) ?? '';
  if (generated.test(name)) return ours === null || theirs === null || typeof ours === typeof theirs ? [] : differ('type');
  if (ours === null || theirs === null) return [];
  if (typeof ours !== typeof theirs || Array.isArray(ours) !== Array.isArray(theirs)) return differ('type');
  return ours === theirs ? [] : differ('value');
}

function fieldDifferences(place: Place, ours: Fields, theirs: Fields): Difference[] {
  // What a client wrote is compared whole: its keys are not Stripe's.
  if (/(^|\.)(metadata)$/.test(place.field)) return JSON.stringify(sorted(ours)) === JSON.stringify(sorted(theirs)) ? [] : [{ ...place, kind: 'value', ours, theirs }];
  // An object inside of another is spoken of by its own kind and paths.
  const kind = theirs['object'];
  const { object, field } = typeof kind === 'string' && kind !== 'list' ? { object: kind, field: '' } : place;
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap((name) => {
    const at = { at: place.at, object, field: field === '' ? name : `${field}.${name}` };
    if (!(name in ours)) return [{ ...at, kind: 'missing' as const, ours: undefined, theirs: theirs[name] }];
    if (!(name in theirs)) return [{ ...at, kind: 'extra' as const, ours: ours[name], theirs: undefined }];
    return differencesOf(at, ours[name], theirs[name]);
  });
}

function listDifferences(place: Place, ours: unknown[], theirs: unknown[]): Difference[] {
  if (isFields(ours[0]) && isFields(theirs[0])) return differencesOf(place, ours[0], theirs[0]);
  if (ours.length === 0 || theirs.length === 0) return [];
  return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ ...place, kind: 'value', ours, theirs }];
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (fields: Fields): [string, unknown][] => Object.entries(fields).sort(([left], [right]) => left.localeCompare(right));
