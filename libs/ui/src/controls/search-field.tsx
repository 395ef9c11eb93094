'use client';
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components';

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'children' | 'className' | 'aria-label'> & {
  label: string;
  placeholder?: string;
  clearLabel: string;
  keyHint?: string;
  inputRef?: Ref<HTMLInputElement>;
};

/** A search box. Its label is spoken, its placeholder seen. */
export function SearchField({ label, placeholder, clearLabel, keyHint, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label}>
      <div className="os-search">
        <Search size={18} aria-hidden="true" />
        <Input ref={inputRef} placeholder={placeholder} />
        {keyHint === undefined ? null : <kbd aria-hidden="true">{keyHint}</kbd>}
        <Button className="os-search-clear" aria-label={clearLabel}>
          <X size={16} aria-hidden="true" />
        </Button>
      </div>
    </AriaSearchField>
  );
}
