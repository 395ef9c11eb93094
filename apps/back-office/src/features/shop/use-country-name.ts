import { useLocale } from 'next-intl';
import { useMemo } from 'react';

/** 'AT' → 'Austria', in the reader's language. */
export function useCountryName(): (code: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return (code) => names.of(code) ?? code;
  }, [locale]);
}
