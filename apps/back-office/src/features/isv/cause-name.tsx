'use client';
import type { IsvCause } from '@oneshelf/contracts';
import { useTranslations } from 'next-intl';
import styles from './isv.module.css';

/** A cause with its colour and what it means. */
export function CauseName({ cause, isShort = false }: { cause: IsvCause; isShort?: boolean }) {
  const t = useTranslations('isv');
  return (
    <span className={styles.cause}>
      <span className={styles.swatch} data-cause={cause} aria-hidden="true" />
      <span>{t(`cause.${cause}`)}</span>
      {isShort ? null : <small>{t(`says.${cause}`)}</small>}
    </span>
  );
}
