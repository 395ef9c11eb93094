import { adjustmentReasons } from '@oneshelf/domain-inventory';
import { useTranslations } from 'next-intl';

const DISPOSITIONS = ['resellable', 'refurbish', 'quarantine', 'damaged'] as const;

/** Why a movement was made, in words: returns and corrections say it by a word of the program, a correction with a note behind it. */
export function useMovementReason(): (movement: { causeKind: string; reason: string }) => string {
  const t = useTranslations('stock.dispositions');
  const reasons = useTranslations('stock-work.reasons');
  return ({ causeKind, reason }) => {
    const disposition = DISPOSITIONS.find((one) => one === reason);
    if (causeKind === 'return' && disposition) return t(disposition);
    const [word = '', ...note] = reason.split(': ');
    const code = adjustmentReasons.find((one) => one === word);
    return causeKind === 'adjustment' && code ? [reasons(code), ...note].join(': ') : reason;
  };
}
