import { Problem } from '@oneshelf/platform';

/** The sender's name for one intent. */
export function requiredKey(key: string | undefined): string {
  if (!key || key.length > 200) throw new Problem(400, 'idempotency_key_required', 'Send an Idempotency-Key header of at most 200 characters. Nothing was changed.');
  return key;
}
