import type { Locale } from './locales';
import type { en } from './messages-en';

// Makes a misspelt message key a type error.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
