import type { Insertable } from 'kysely';
import type { shipping_method } from '../../generated/database';

interface MethodFacts {
  channel: 'web-gb' | 'web-de';
  code: string;
  en: string;
  de: string;
  fee: number;
  countries: string[];
  from?: number;
  to?: number;
}

const union = ['AT', 'BE', 'CZ', 'DK', 'ES', 'FR', 'IE', 'IT', 'LU', 'NL', 'PL', 'PT', 'SE'];

const facts: MethodFacts[] = [
  { channel: 'web-gb', code: 'standard', en: 'Standard, 2 to 3 days', de: 'Standard, 2 bis 3 Tage', fee: 395, countries: ['GB'], to: 7499 },
  { channel: 'web-gb', code: 'free', en: 'Free, 2 to 3 days', de: 'Kostenlos, 2 bis 3 Tage', fee: 0, countries: ['GB'], from: 7500 },
  { channel: 'web-gb', code: 'express', en: 'Tomorrow', de: 'Morgen', fee: 795, countries: ['GB'] },
  { channel: 'web-gb', code: 'abroad', en: 'Abroad, 5 to 8 days', de: 'Ausland, 5 bis 8 Tage', fee: 1495, countries: ['CH', 'DE', 'FR', 'IE', 'NL', 'NO', 'US'] },
  { channel: 'web-de', code: 'standard', en: 'Standard, 2 to 3 days', de: 'Standard, 2 bis 3 Tage', fee: 495, countries: ['DE'], to: 7999 },
  { channel: 'web-de', code: 'free', en: 'Free, 2 to 3 days', de: 'Kostenlos, 2 bis 3 Tage', fee: 0, countries: ['DE'], from: 8000 },
  { channel: 'web-de', code: 'express', en: 'Tomorrow', de: 'Morgen', fee: 995, countries: ['DE'] },
  { channel: 'web-de', code: 'union', en: 'European Union, 3 to 6 days', de: 'Europäische Union, 3 bis 6 Tage', fee: 990, countries: union },
  { channel: 'web-de', code: 'abroad', en: 'Abroad, 5 to 8 days', de: 'Ausland, 5 bis 8 Tage', fee: 1990, countries: ['CH', 'NO'] },
];

export const demoShippingMethods = facts.map((method, index) => ({
  channel_code: method.channel,
  code: method.code,
  names: { en: method.en, de: method.de },
  fee_minor: method.fee,
  countries: method.countries,
  min_items_minor: method.from ?? null,
  max_items_minor: method.to ?? null,
  tax_class: null,
  position: index,
})) satisfies Insertable<shipping_method>[];
