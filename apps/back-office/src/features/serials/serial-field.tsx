'use client';
import { Button, TextField } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import styles from './serials.module.css';

/** The serials of some pieces: a scanner that types and sends Enter fills it, and so does a list that is pasted. */
export function SerialField({ title, pieces, serials, onChange }: { title: string; pieces: number; serials: readonly string[]; onChange: (serials: string[]) => void }) {
  const t = useTranslations('serials');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (): void => {
    const given = typed.split(/[\n,;]+/).flatMap((text) => normaliseSerial(text) ?? []);
    const twice = given.find((serial, index) => serials.includes(serial) || given.indexOf(serial) !== index);
    const tooMany = serials.length + given.length > pieces;
    setProblem(given.length === 0 ? t('field.unreadable') : twice ? t('field.twice', { serial: twice }) : tooMany ? t('field.tooMany', { pieces }) : null);
    if (given.length === 0 || twice || tooMany) return;
    onChange([...serials, ...given]);
    setTyped('');
  };
  return (
    <form className={styles.told} onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); take(); }} aria-label={t('field.of', { title })}>
      <div className={styles.row}>
        <TextField label={t('field.label', { title, count: serials.length, pieces })} value={typed} onChange={setTyped} autoComplete="off" {...(problem === null ? {} : { error: problem })} />
        <Button type="submit" isDisabled={typed.trim() === ''}>{t('field.add')}</Button>
      </div>
      {serials.length > 0 ? (
        <ul className={styles.pieces}>
          {serials.map((serial) => <li key={serial}><Button size="small" icon={<X size={14} aria-hidden="true" />} aria-label={t('field.remove', { serial })} onPress={() => onChange(serials.filter((one) => one !== serial))}>{serial}</Button></li>)}
        </ul>
      ) : null}
      {problem === null ? null : <p role="alert" className="os-hidden">{problem}</p>}
    </form>
  );
}
