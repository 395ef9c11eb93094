'use client';
import { Check, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { TopBarNote } from '../../shell/top-bar-note';
import type { SaveState } from './draft-saver';
import styles from './prices.module.css';

/** "Draft saved 14:32" in the top bar; a failure stands on the page until it is mended. */
export function SaveNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const t = useTranslations('prices.save');
  const format = useFormatter();
  if (state.kind === 'clean') return null;
  if (state.kind === 'saving') return <TopBarNote>{t('saving')}</TopBarNote>;
  if (state.kind === 'saved') {
    const time = format.dateTime(state.at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    return <TopBarNote><Check size={16} aria-hidden="true" /> {t('saved', { time })}</TopBarNote>;
  }
  return (
    <>
      <TopBarNote><span className={styles.failed}><TriangleAlert size={16} aria-hidden="true" /> {t('failedNote')}</span></TopBarNote>
      <ScreenError error={state.error} notDone={t('failed')} onRetry={onRetry} />
    </>
  );
}
