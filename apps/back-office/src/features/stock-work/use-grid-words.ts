import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { StockGridSaid } from './use-stock-grid';

/** What the last act in the sheet did, in words; null before the first. */
export function useGridWords(): [string | null, (said: StockGridSaid) => void] {
  const t = useTranslations('stock-work.sheet');
  const [said, setSaid] = useState<StockGridSaid | null>(null);
  const words = (): string | null => {
    if (said === null) return null;
    if (said.kind === 'copied' || said.kind === 'cleared') return t(`said.${said.kind}`, { count: said.cells });
    if (said.kind !== 'pasted') return t(`said.${said.kind}`);
    const { taken, bad, locked, outside } = said.outcome;
    return [t('said.pasted', { count: taken }), bad > 0 ? t('said.bad', { count: bad }) : null, locked > 0 ? t('said.lockedCells', { count: locked }) : null, outside > 0 ? t('said.outside', { count: outside }) : null].filter(Boolean).join(' ');
  };
  return [words(), setSaid];
}
