'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { languageOf, localeCookie, locales } from '../i18n/locales';

const oneYearSeconds = 31_536_000;

/** English or German, kept in a cookie for a year. Each language is written in itself. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const language = languageOf(useLocale());
  const router = useRouter();
  return (
    <ToggleButtonGroup
      aria-label={t('language')}
      className="office-languages"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={([chosen]) => {
        document.cookie = `${localeCookie}=${String(chosen)}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
        router.refresh();
      }}
    >
      {locales.map((each) => (
        <ToggleButton key={each} id={each} className="office-language" aria-label={t(`languages.${each}`)}>
          {each.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
