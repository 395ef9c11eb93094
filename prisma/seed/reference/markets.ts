import type { Insertable } from 'kysely';
import type { market } from '../../generated/database';

/** The countries that the product knows at the start. */
export const markets: Insertable<market>[] = [
  { code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' },
  { code: 'DE', name: 'Deutschland', country: 'DE', currency: 'EUR', tax_inclusive: true, locale: 'de-DE' },
];
