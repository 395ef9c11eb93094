'use client';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export type Chip = { id: string; label: string; count?: string | number; isDisabled?: boolean };

export type ChipGroupProps = {
  label: string;
  chips: readonly Chip[];
  /** The chosen chip, or null for none (only where `canBeEmpty`). */
  value: string | null;
  onChange: (id: string | null) => void;
  /** Choosing the chosen one again clears the choice. */
  canBeEmpty?: boolean;
  tone?: 'ink' | 'changed';
};

/** One choice out of a few, all in sight: filters, return reasons, departments. */
export function ChipGroup({ label, chips, value, onChange, canBeEmpty = false, tone = 'ink' }: ChipGroupProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="os-chips"
      data-tone={tone}
      selectionMode="single"
      disallowEmptySelection={!canBeEmpty}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [first] = keys;
        const next = first === undefined ? null : String(first);
        if (next !== value) onChange(next);
      }}
    >
      {chips.map((chip) => (
        <ToggleButton key={chip.id} id={chip.id} isDisabled={chip.isDisabled} className="os-chip">
          {chip.label}
          {chip.count === undefined ? null : <span>{chip.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
