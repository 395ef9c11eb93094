'use client';
import { useMessages } from 'next-intl';

/** The word of a code that the server sends ('too_small' → Too small) below a path of the messages; an unknown code is shown with its lines taken out. */
export function useWordOr(path: 'orders.returns.reasons' | 'orders.returns.dispositions' | 'orders.timeline.reasons' | 'parity.matrix.because' | 'shop.declines' | 'tills.limits.roles'): (code: string) => string {
  const messages = useMessages();
  const words: Record<string, string> = {
    'orders.returns.reasons': messages.orders.returns.reasons,
    'orders.returns.dispositions': messages.orders.returns.dispositions,
    'orders.timeline.reasons': messages.orders.timeline.reasons,
    'parity.matrix.because': messages.parity.matrix.because,
    'shop.declines': messages.shop.declines,
    'tills.limits.roles': messages.tills.limits.roles,
  }[path];
  // What a person wrote is not a code: it is shown as it is.
  return (code) => words[code] ?? (/^[a-z_]+$/.test(code) ? code.replaceAll('_', ' ') : code);
}
