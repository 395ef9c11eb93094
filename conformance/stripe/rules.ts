/** A difference between what Stripe answered (or an old specification asks for) and what the simulator answers, and why it may be. */
export interface Difference {
  /** Method and path of the request, ids replaced by `:id`; or `schema <name>` for the specification. */
  at: string;
  /** Kind of object that holds the field. */
  object: string;
  /** Dotted path in that object, list positions left out. */
  field: string;
  kind: 'missing' | 'extra' | 'type' | 'value' | 'invalid';
  ours: unknown;
  theirs: unknown;
}

/** The dotted paths of all fields of Stripe's example object of a kind as of August 2026; empty for an unknown kind. */
export type NewerFields = (object: string) => ReadonlySet<string>;

export interface Rule {
  name: string;
  covers(difference: Difference, newer: NewerFields): boolean;
}

export const notSimulated = 'operation is not simulated';
export const otherMethodKind = 'payment by another kind than cards and readers is not simulated';

const isListIn = (inner: unknown, outer: unknown): boolean => Array.isArray(inner) && Array.isArray(outer) && inner.every((item) => outer.includes(item));

const sdkFields: Record<string, string[]> = {
  payment_intent: ['allowed_payment_method_types', 'payment_record'],
  charge: ['payment_method_details.card.electronic_commerce_indicator'],
  customer: ['customer_account'],
};

/** The table. The SDK's version is 2026-10-28.endive; the recordings are of 2023-10-16, the specification of 2023-08-16. */
export const rules: Rule[] = [
  {
    name: "a newer API version added the field (it is in Stripe's example objects of August 2026)",
    covers: ({ kind, object, field }, newer) => kind === 'extra' && newer(object).has(field),
  },
  {
    name: "the SDK's API version has the field (its types demand it), Stripe's example objects do not yet",
    covers: ({ kind, object, field }) => kind === 'extra' && (sdkFields[object] ?? []).includes(field),
  },
  {
    name: "a newer API version dropped the field (it is not in Stripe's example objects of August 2026)",
    covers: ({ kind, object, field }, newer) => kind === 'missing' && newer(object).size > 0 && !newer(object).has(field),
  },
  {
    name: 'Link and redirect methods are not simulated: a payment takes cards only',
    covers: ({ object, field }) => object === 'payment_intent' && (field.startsWith('payment_method_options.link') || field === 'payment_method_types'),
  },
  {
    name: 'links to the dashboard are not made, and advice on declines is not given',
    covers: ({ kind, object, field }) => kind === 'missing' && object === 'error' && ['error.request_log_url', 'error.doc_url', 'error.advice_code', 'error.network_decline_code', 'error.network_advice_code'].includes(field),
  },
  {
    name: 'the recorded answer holds less of the list than its own request sent',
    covers: ({ kind, object, field, ours, theirs }) => kind === 'value' && object === 'webhook_endpoint' && field === 'enabled_events' && isListIn(theirs, ours),
  },
];
