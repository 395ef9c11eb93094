export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** How numbers and dates are written for a language in a market: English in Britain, German in Germany. */
export const numberLocale = (locale: Locale, marketLocale: string): string => (marketLocale.startsWith(locale) ? marketLocale : locale === 'de' ? 'de-DE' : 'en-GB');

/** The till's language before anybody chose one: the market's. */
export const firstLocale = (chosen: Locale | null, marketLocale: string | undefined): Locale =>
  chosen ?? locales.find((locale) => (marketLocale ?? navigator.language).startsWith(locale)) ?? 'en';
