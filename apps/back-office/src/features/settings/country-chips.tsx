'use client';
import { vatUnionAt } from '@oneshelf/domain-tax';
import { Button, IconButton, Select } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useLocale, useNow, useTranslations } from 'next-intl';
import { countryCodes } from './country-codes';
import styles from './settings.module.css';

interface CountryChipsProps {
  countries: readonly string[];
  isLocked: boolean;
  error?: string | undefined;
  onChange: (countries: string[]) => void;
}

/** Countries by name, each with its way out, and a list to add to. */
export function CountryChips({ countries, isLocked, error, onChange }: CountryChipsProps) {
  const t = useTranslations('settings.shipping');
  const locale = useLocale();
  const union = vatUnionAt(useNow().toISOString());
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const nameOf = (code: string): string => names.of(code) ?? code;
  const byName = (codes: readonly string[]): string[] => [...codes].sort((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
  return (
    <div>
      <ul className={styles.chips} aria-label={t('countries')}>
        {byName(countries).map((code) => (
          <li key={code} className={styles.chip}>
            {nameOf(code)}
            {isLocked ? null : <IconButton quiet label={t('removeCountry', { country: nameOf(code) })} icon={<X size={14} aria-hidden="true" />} onPress={() => onChange(countries.filter((one) => one !== code))} />}
          </li>
        ))}
      </ul>
      {error === undefined ? null : <p className={styles.warning}>{error}</p>}
      {isLocked ? null : (
        <div className={styles.chips}>
          <Select label={t('addCountry')} labelHidden placeholder={t('addCountry')} value={null} onChange={(code) => onChange([...countries, code])} options={byName(countryCodes.filter((code) => !countries.includes(code))).map((id) => ({ id, label: nameOf(id) }))} />
          {union.every((code) => countries.includes(code)) ? null : <Button size="small" variant="quiet" onPress={() => onChange([...new Set([...countries, ...union])])}>{t('addUnion')}</Button>}
        </div>
      )}
    </div>
  );
}
