'use client';
import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';

export type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className'> & {
  label: string;
  description?: ReactNode;
  /** What is wrong with the value, as a sentence. Its presence marks the field. */
  error?: string;
  placeholder?: string;
  /** More than one turns the field into a text area. */
  rows?: number;
};

/** One line (or several) of text with its label above it. */
export function TextField({ label, description, error, placeholder, rows = 1, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="os-field" isInvalid={error !== undefined}>
      <Label className="os-label">{label}</Label>
      {rows > 1 ? <TextArea className="os-input" rows={rows} placeholder={placeholder} /> : <Input className="os-input" placeholder={placeholder} />}
      {description === undefined ? null : <Text slot="description" className="os-description">{description}</Text>}
      <FieldError className="os-error">{error}</FieldError>
    </AriaTextField>
  );
}
