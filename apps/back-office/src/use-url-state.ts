'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/**
 * A filter that lives in the URL, so that a reload, a link and the way back keep it.
 * The default is left out of the URL. Changing it adds no history entry.
 */
export function useUrlState(key: string, fallback: string): [string, (value: string) => void] {
  const value = useSearchParams().get(key) ?? fallback;
  const set = useCallback(
    (next: string) => {
      const query = searchWith(window.location.search, { key, value: next === fallback ? null : next });
      window.history.replaceState(null, '', `${window.location.pathname}${query}`);
    },
    [key, fallback],
  );
  return [value, set];
}

/** The query string with one parameter set, or taken out with null: ('?a=1', {key:'b', value:'2'}) → '?a=1&b=2'. */
export function searchWith(search: string, change: { key: string; value: string | null }): string {
  const parameters = new URLSearchParams(search);
  if (change.value === null) parameters.delete(change.key);
  else parameters.set(change.key, change.value);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}
