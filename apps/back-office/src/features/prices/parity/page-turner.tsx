'use client';
import { Button } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './parity.module.css';

/** From here to there of so many; nothing where one page holds all. */
export function PageTurner({ label, rows, total, offset, onTurn }: { label: string; rows: number; total: number; offset: number; onTurn: (offset: number) => void }) {
  const t = useTranslations('parity.pages');
  const format = useFormatter();
  if (total <= rows && offset === 0) return null;
  return (
    <nav aria-label={label} className={styles.pages}>
      <span>{t('range', { from: format.number(Math.min(offset + 1, total)), to: format.number(Math.min(offset + rows, total)), total: format.number(total) })}</span>
      <Button size="small" isDisabled={offset === 0} onPress={() => onTurn(Math.max(0, offset - rows))}>{t('before')}</Button>
      <Button size="small" isDisabled={offset + rows >= total} onPress={() => onTurn(offset + rows)}>{t('next')}</Button>
    </nav>
  );
}
