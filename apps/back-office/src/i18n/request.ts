import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { compileMessages } from './compile-messages';
import { formatLocales, localeCookie, toLocale } from './locales';
import { de } from './messages-de';
import { en } from './messages-en';

const messages = { en: compileMessages(en), de: compileMessages(de) };

export default getRequestConfig(async () => {
  const language = toLocale((await cookies()).get(localeCookie)?.value);
  // Screens that show a store's times name the store's zone themselves; this is only the zone of the rest.
  return { locale: formatLocales[language], messages: messages[language], timeZone: 'Europe/London' };
});
