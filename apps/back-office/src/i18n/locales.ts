export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** The cookie that holds the person's language; the pages have no language in their paths. */
export const localeCookie = 'locale';

export const toLocale = (value: string | undefined): Locale => locales.find((locale) => locale === value) ?? 'en';
