'use client';
import { Delete } from 'lucide-react';
import { Button } from 'react-aria-components';
import { pressKey, type KeypadKey, type KeypadRules } from './keypad-entry';

export type KeypadProps = KeypadRules & {
  label: string;
  deleteLabel: string;
  separatorLabel?: string;
  /** What the separator key shows: '.' or ','. */
  separator?: string;
  entry: string;
  onChange: (entry: string) => void;
  isDisabled?: boolean;
};

const digits: readonly KeypadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits for amounts, counts and PINs. It holds no value: the entry comes in, the next one goes out. */
export function Keypad({ label, deleteLabel, separatorLabel, separator = '.', entry, onChange, isDisabled, fractionDigits, maximumDigits, keepLeadingZeros }: KeypadProps) {
  const press = (key: KeypadKey) => onChange(pressKey(entry, key, { fractionDigits, maximumDigits, keepLeadingZeros }));
  return (
    <div className="os-keypad" role="group" aria-label={label}>
      {digits.map((digit) => (
        <Button key={digit} className="os-key" isDisabled={isDisabled} onPress={() => press(digit)}>{digit}</Button>
      ))}
      {fractionDigits === 0
        ? <span className="os-key-none" />
        : <Button className="os-key" aria-label={separatorLabel} isDisabled={isDisabled} onPress={() => press('separator')}>{separator}</Button>}
      <Button className="os-key" isDisabled={isDisabled} onPress={() => press('0')}>0</Button>
      <Button className="os-key" aria-label={deleteLabel} isDisabled={isDisabled || entry === ''} onPress={() => press('delete')}>
        <Delete size={26} aria-hidden="true" />
      </Button>
    </div>
  );
}
