'use client';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'className' | 'aria-label'> & { label: string; icon: ReactNode; quiet?: boolean };

/** A button whose picture is its face; the label is what a screen reader says. */
export function IconButton({ label, icon, quiet = false, ...rest }: IconButtonProps) {
  return (
    <Button {...rest} className="os-icon-button" aria-label={label} data-quiet={quiet || undefined}>
      {icon}
    </Button>
  );
}
