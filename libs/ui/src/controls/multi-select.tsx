'use client';
import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import type { SelectOption } from './select';

export type MultiSelectProps = {
  label: string;
  options: readonly SelectOption[];
  values: readonly string[];
  onChange: (ids: string[]) => void;
  /** What none chosen means, such as "all channels". */
  placeholder: string;
  isDisabled?: boolean;
};

/** Several of a short list; the button says which. */
export function MultiSelect({ label, options, values, onChange, placeholder, isDisabled }: MultiSelectProps) {
  return (
    <AriaSelect<SelectOption, 'multiple'>
      className="os-field" selectionMode="multiple" isDisabled={isDisabled} placeholder={placeholder}
      value={[...values]} onChange={(keys) => onChange([...keys].map(String))}
    >
      <Label className="os-label">{label}</Label>
      <Button className="os-input os-select-button">
        <SelectValue<SelectOption>>{({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}</SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Popover className="os-popover">
        <ListBox className="os-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className="os-option">
              {({ isSelected }) => (
                <>
                  <span aria-hidden="true">{isSelected ? '✓' : ''}</span>
                  <Text slot="label">{option.label}</Text>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
