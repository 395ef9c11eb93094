import type { ReturnableLine } from '@oneshelf/contracts';
import { Checkbox } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import type { LineChoice } from './return-choice';

/** Pieces of a line that were sold without their serial. */
export const unreadOf = (line: ReturnableLine): number => Math.max(0, Math.floor(line.returnableMilli / 1000) - line.serialNumbers.length);

/** Serials that the choice still needs. */
export const serialsMissing = (line: ReturnableLine, choice: LineChoice): number =>
  (line.bySerial ? Math.max(0, Math.floor(choice.quantityMilli / 1000) - (choice.serials?.length ?? 0) - unreadOf(line)) : 0);

/** The choice with this piece, or without it: as many come back as are named, and those that never were. */
export function withPiece(line: ReturnableLine, choice: LineChoice, serial: string): LineChoice {
  const before = choice.serials ?? [];
  const serials = before.includes(serial) ? before.filter((one) => one !== serial) : [...before, serial];
  const named = Math.max(1, serials.length) * 1000;
  return { ...choice, serials, quantityMilli: unreadOf(line) === 0 ? named : Math.max(choice.quantityMilli, named) };
}

/** Which of the pieces that were sold come back; a scan ticks its own. */
export function SerialChoice({ line, choice, onChoose }: { line: ReturnableLine; choice: LineChoice; onChoose: (choice: LineChoice) => void }) {
  const t = useTranslations('serials');
  if (line.serialNumbers.length === 0) return null;
  return (
    <div role="group" aria-label={t('list')} className="till-stack">
      {line.serialNumbers.map((serial) => <Checkbox key={serial} isSelected={choice.serials?.includes(serial) ?? false} onChange={() => onChoose(withPiece(line, choice, serial))}>{serial}</Checkbox>)}
    </div>
  );
}
