'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { languageOf, localeCookie, locales, type Locale } from '../i18n/locales';

const oneYearSeconds = 31_536_000;

/** English or German, kept in a cookie for a year. Each language is written in itself. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const language = languageOf(useLocale());
  const router = useRouter();
  const choose = (chosen: Locale) => {
    document.cookie = `${localeCookie}=${chosen}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
    router.refresh();
  };
  return (
    <div role="group" aria-label={t('language')} className="office-languages">
      {locales.map((each) => (
        <button key={each} type="button" className="office-language" aria-label={t(`languages.${each}`)} aria-pressed={each === language} data-selected={each === language || undefined} onClick={() => choose(each)}>
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
