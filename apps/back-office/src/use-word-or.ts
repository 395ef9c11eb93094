'use client';
import { useMessages } from 'next-intl';

/** The word of a code that the server sends ('too_small' → Too small) below a path of the messages; an unknown code is shown with its lines taken out. */
export function useWordOr(path: 'orders.returns.reasons' | 'orders.returns.dispositions' | 'shop.declines'): (code: string) => string {
  const messages = useMessages();
  const words: Record<string, string> = {
    'orders.returns.reasons': messages.orders.returns.reasons,
    'orders.returns.dispositions': messages.orders.returns.dispositions,
    'shop.declines': messages.shop.declines,
  }[path];
  return (code) => words[code] ?? code.replaceAll('_', ' ');
}
