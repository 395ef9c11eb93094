'use client';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';

export type CheckboxProps = Omit<AriaCheckboxProps, 'children' | 'className'> & { children: ReactNode; detail?: ReactNode };

/** A tick with its words; the detail is a second, smaller line. */
export function Checkbox({ children, detail, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="os-checkbox">
      {({ isIndeterminate }) => (
        <>
          <span className="os-checkbox-box" aria-hidden="true">{isIndeterminate ? <Minus size="75%" /> : <Check size="75%" />}</span>
          <span>
            {children}
            {detail === undefined ? null : <span className="os-checkbox-detail">{detail}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
