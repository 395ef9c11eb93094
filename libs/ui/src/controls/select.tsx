'use client';
import { ChevronDown } from 'lucide-react';
import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';

export type SelectOption = { id: string; label: string; detail?: string; isDisabled?: boolean };

export type SelectProps = {
  label: string;
  /** Hides the label from the eye where the place says it already (filters). */
  labelHidden?: boolean;
  options: readonly SelectOption[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  description?: string;
  error?: string;
  isDisabled?: boolean;
  name?: string;
};

/** One of a short list. For long lists use a search. */
export function Select({ label, labelHidden = false, options, value, onChange, placeholder, description, error, ...rest }: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      className="os-field"
      value={value}
      onChange={(key) => { if (key !== null) onChange(String(key)); }}
      placeholder={placeholder}
      isInvalid={error !== undefined}
    >
      <Label className={labelHidden ? 'os-hidden' : 'os-label'}>{label}</Label>
      <Button className="os-input os-select-button">
        <SelectValue />
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      {description === undefined ? null : <Text slot="description" className="os-description">{description}</Text>}
      <FieldError className="os-error">{error}</FieldError>
      <Popover className="os-popover">
        <ListBox className="os-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className="os-option">
              <Text slot="label">{option.label}</Text>
              {option.detail === undefined ? null : <small>{option.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
