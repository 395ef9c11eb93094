'use client';
import { FieldError, Input, Label, NumberField as AriaNumberField, Text, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components';

export type NumberFieldProps = Omit<AriaNumberFieldProps, 'children' | 'className'> & { label: string; labelHidden?: boolean; description?: string; error?: string };

/** A number typed in the reader's own notation (12,50 in German); give `formatOptions` for a currency or a unit. */
export function NumberField({ label, labelHidden = false, description, error, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} className="os-field" isInvalid={error !== undefined}>
      <Label className={labelHidden ? 'os-hidden' : 'os-label'}>{label}</Label>
      <Input className="os-input os-number" />
      {description === undefined ? null : <Text slot="description" className="os-description">{description}</Text>}
      <FieldError className="os-error">{error}</FieldError>
    </AriaNumberField>
  );
}
