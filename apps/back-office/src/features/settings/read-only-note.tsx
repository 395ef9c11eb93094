'use client';
import { useTranslations } from 'next-intl';
import styles from './settings.module.css';

/** Says who may change what stands above. */
export function ReadOnlyNote({ roles }: { roles: readonly ('merchandiser' | 'finance' | 'operations')[] }) {
  const t = useTranslations('settings');
  const shell = useTranslations('shell.roles');
  return <p className={styles.quiet}>{t('readOnly', { roles: roles.map((role) => shell(role)).join(', ') })}</p>;
}
