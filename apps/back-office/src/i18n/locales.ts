export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** How numbers and dates are written in a language: English with the day first and 24 hours, as in the chain's shops. */
export const formatLocales = { en: 'en-GB', de: 'de-DE' } as const satisfies Record<Locale, string>;
export type FormatLocale = (typeof formatLocales)[Locale];

/** 'de-DE' is written in 'de'. */
export const languageOf = (locale: FormatLocale): Locale => toLocale(locale.slice(0, 2));

/** The cookie that holds the person's language; the pages have no language in their paths. */
export const localeCookie = 'locale';

export const toLocale = (value: string | undefined): Locale => locales.find((locale) => locale === value) ?? 'en';
