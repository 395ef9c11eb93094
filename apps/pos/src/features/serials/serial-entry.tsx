import { Button, Notice, TextField } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { playTone } from '../../hardware/tones';
import { useScan } from '../../hardware/use-input';
import { tillState } from '../../local/till-state';
import { useView } from '../../shell/view';
import { readSerial } from './line-serials';

interface Props {
  /** How many serials are wanted; null: as many as there are. */
  pieces: number | null;
  serials: readonly string[];
  onChange: (serials: string[]) => void;
  /** Says why a piece is not taken; null: it is. */
  refuse?: (serial: string) => string | null;
  /** False: whoever asks shows what was read. */
  isListed?: boolean;
}

/** The serials of some pieces, scanned or typed one after the other, with the progress; what is wrong is said at once. */
export function SerialEntry({ pieces, serials, onChange, refuse, isListed = true }: Props) {
  const t = useTranslations('serials');
  const say = useView((view) => view.say);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string): void => {
    const reading = readSerial(text, (code) => tillState.getState().catalogue?.byCode(code) !== null);
    const wrong = wrongWith(reading);
    playTone(wrong === null ? 'taken' : 'refused');
    setProblem(wrong);
    if (wrong !== null || reading.kind !== 'serial') return;
    setTyped('');
    onChange([...serials, reading.serial]);
    say(pieces === null ? t('counted', { serial: reading.serial, count: serials.length + 1 }) : t('taken', { serial: reading.serial, count: serials.length + 1, pieces }));
  };
  useScan(take);
  return (
    <div className="till-stack">
      <p className="till-lead" role="status">{pieces === null ? t('countedSoFar', { count: serials.length }) : t('progress', { count: serials.length, pieces })}</p>
      {pieces === null || serials.length < pieces ? (
        <form className="till-row till-serial-entry" onSubmit={(event) => { event.preventDefault(); if (typed.trim() !== '') take(typed); }}>
          <div className="till-grow"><TextField label={t('serial')} value={typed} onChange={setTyped} autoComplete="off" maxLength={60} autoFocus /></div>
          <Button type="submit" isDisabled={typed.trim() === ''}>{t('add')}</Button>
        </form>
      ) : null}
      {problem === null ? null : <div role="alert"><Notice tone="blocked">{problem}</Notice></div>}
      {isListed ? <ul className="till-serials" aria-label={t('list')}>
        {serials.map((serial) => (
          <li key={serial} className="till-row">
            <span className="till-grow till-serial">{serial}</span>
            <Button variant="quiet" icon={<X size={20} aria-hidden="true" />} aria-label={t('remove', { serial })} onPress={() => { setProblem(null); onChange(serials.filter((one) => one !== serial)); }}>{t('takeOut')}</Button>
          </li>
        ))}
      </ul> : null}
    </div>
  );

  function wrongWith(reading: ReturnType<typeof readSerial>): string | null {
    if (reading.kind === 'product_code') return t('isProduct');
    if (reading.kind === 'unreadable') return t('unreadable');
    if (serials.includes(reading.serial)) return t('twice', { serial: reading.serial });
    if (pieces !== null && serials.length >= pieces) return t('enough', { pieces });
    return refuse?.(reading.serial) ?? null;
  }
}
