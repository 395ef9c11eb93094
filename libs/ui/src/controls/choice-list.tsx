'use client';
import type { ReactNode } from 'react';
import { FieldError, Label, Radio, RadioGroup } from 'react-aria-components';

export type Choice = {
  id: string;
  label: ReactNode;
  /** A second, smaller line: what choosing it means, or why it cannot be chosen. */
  detail?: ReactNode;
  isDisabled?: boolean;
};

export type ChoiceListProps = {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (id: string) => void;
  error?: string;
  isDisabled?: boolean;
};

/** One of a few, each with its own line of explanation: a store, a way to pay. */
export function ChoiceList({ label, choices, value, onChange, error, isDisabled }: ChoiceListProps) {
  return (
    <RadioGroup className="os-choices" value={value} onChange={onChange} isInvalid={error !== undefined} isDisabled={isDisabled}>
      <Label className="os-label">{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled} className="os-choice">
          <span className="os-choice-mark" aria-hidden="true" />
          <span>
            {choice.label}
            {choice.detail === undefined ? null : <span className="os-choice-detail">{choice.detail}</span>}
          </span>
        </Radio>
      ))}
      <FieldError className="os-error">{error}</FieldError>
    </RadioGroup>
  );
}
