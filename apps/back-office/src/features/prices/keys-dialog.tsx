'use client';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Dialog } from '../../shell/later-overlay';
import styles from './prices.module.css';

const KEYS = ['move', 'commit', 'edit', 'clear', 'copy', 'undo', 'fill', 'select', 'find', 'column', 'escape'] as const;

/** What each key does in the sheet; `?` opens it. */
export function KeysDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const t = useTranslations('prices.keys');
  const shell = useTranslations('shell');
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('title')} closeLabel={shell('close')}>
      <dl className={styles.keys}>
        {KEYS.map((key) => <Fragment key={key}><dt>{t(`list.${key}.keys`)}</dt><dd>{t(`list.${key}.does`)}</dd></Fragment>)}
      </dl>
    </Dialog>
  );
}
