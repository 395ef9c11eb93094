'use client';
import { Button } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './parity.module.css';
import { PAGE_ROWS } from './parity-queries';

/** From here to there of so many; nothing where one page holds all. */
export function PageTurner({ label, total, offset, onTurn }: { label: string; total: number; offset: number; onTurn: (offset: number) => void }) {
  const t = useTranslations('parity.pages');
  const format = useFormatter();
  if (total <= PAGE_ROWS && offset === 0) return null;
  return (
    <nav aria-label={label} className={styles.pages}>
      <span>{t('range', { from: format.number(Math.min(offset + 1, total)), to: format.number(Math.min(offset + PAGE_ROWS, total)), total: format.number(total) })}</span>
      <Button size="small" isDisabled={offset === 0} onPress={() => onTurn(Math.max(0, offset - PAGE_ROWS))}>{t('before')}</Button>
      <Button size="small" isDisabled={offset + PAGE_ROWS >= total} onPress={() => onTurn(offset + PAGE_ROWS)}>{t('next')}</Button>
    </nav>
  );
}
