import type { FormatLocale } from './locales';
import type { en } from './messages-en';

// Makes a misspelt message key a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: FormatLocale;
    Messages: typeof en;
  }
}
