'use client';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import { Button, Checkbox, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './stock-work.module.css';

/** The pieces that came, by serial, and in which state. */
export type Arrived = Record<string, 'good' | 'damaged'>;

/** The pieces that were sent: each is marked by scanning or ticking it; one that was not sent is refused at once. */
export function ArrivingPieces({ title, sent, arrived, onChange }: { title: string; sent: readonly string[]; arrived: Arrived; onChange: (arrived: Arrived) => void }) {
  const t = useTranslations('stock-work.transfers.pieces');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (): void => {
    const given = typed.split(/[\n,;]+/).flatMap((text) => normaliseSerial(text) ?? []);
    const strange = given.find((serial) => !sent.includes(serial));
    const twice = given.find((serial) => arrived[serial] !== undefined);
    setProblem(strange ? t('notSent', { serial: strange }) : twice ? t('twice', { serial: twice }) : null);
    if (given.length === 0 || strange || twice) return;
    onChange({ ...arrived, ...Object.fromEntries(given.map((serial) => [serial, 'good' as const])) });
    setTyped('');
  };
  const without = (serial: string): Arrived => Object.fromEntries(Object.entries(arrived).filter(([one]) => one !== serial));
  return (
    <form className={styles.pieces} aria-label={t('label', { title })} onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); take(); }}>
      <div className={styles.range}>
        <div><TextField label={t('scan', { count: Object.keys(arrived).length, pieces: sent.length })} value={typed} onChange={setTyped} autoComplete="off" {...(problem === null ? {} : { error: problem })} /></div>
        <Button type="submit" isDisabled={typed.trim() === ''}>{t('add')}</Button>
      </div>
      {problem === null ? null : <p role="alert" className="os-hidden">{problem}</p>}
      <ul>
        {sent.map((serial) => (
          <li key={serial}>
            <Checkbox isSelected={arrived[serial] !== undefined} onChange={(isHere) => { setProblem(null); onChange(isHere ? { ...arrived, [serial]: 'good' } : without(serial)); }}>{serial}</Checkbox>
            {arrived[serial] === undefined ? <span className={styles.muted}>{t('notHere')}</span> : <Checkbox isSelected={arrived[serial] === 'damaged'} onChange={(isDamaged) => onChange({ ...arrived, [serial]: isDamaged ? 'damaged' : 'good' })}>{t('damaged')}<span className="os-hidden"> {serial}</span></Checkbox>}
          </li>
        ))}
      </ul>
    </form>
  );
}
