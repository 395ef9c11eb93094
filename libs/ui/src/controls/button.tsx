'use client';
import type { ReactNode } from 'react';
import { Button as AriaButton, Link, type ButtonProps as AriaButtonProps, type LinkProps } from 'react-aria-components';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet' | 'soft';

type Look = {
  variant?: ButtonVariant;
  /** `large` is the one pay button of a till screen (72 px). */
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** How many things the act touches, already formatted. */
  count?: string | number;
  /** The money that the act moves, already formatted. */
  amount?: string;
  /** The key that does the same, e.g. `F9`. */
  keyHint?: string;
  children: ReactNode;
};

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'isPending'> & Look & {
  /** Its act is on the way: it keeps the focus and ignores presses. */
  isPending?: boolean;
};
export type LinkButtonProps = Omit<LinkProps, 'children' | 'className'> & Look;

/**
 * The act of a screen. Its words are a verb; a count or an amount says how much it does.
 * Pending is ours, not React Aria's: that one leaves an unnamed image in its live region when the button goes away (axe: role-img-alt).
 */
export function Button({ variant = 'secondary', size = 'normal', icon, count, amount, keyHint, children, isPending = false, onPress, type, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      aria-disabled={isPending || undefined}
      className="os-button"
      data-variant={variant}
      data-size={size}
    >
      <ButtonContent {...{ icon, count, amount, keyHint, children }} />
    </AriaButton>
  );
}

/** Looks like a button, goes to a page. */
export function LinkButton({ variant = 'secondary', size = 'normal', icon, count, amount, keyHint, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className="os-button" data-variant={variant} data-size={size}>
      <ButtonContent {...{ icon, count, amount, keyHint, children }} />
    </Link>
  );
}

function ButtonContent({ icon, count, amount, keyHint, children }: Look) {
  return (
    <>
      {icon}
      <span>
        {children}
        {amount === undefined ? null : <> {amount}</>}
        {count === undefined ? null : <span className="os-button-count"> {count}</span>}
      </span>
      {keyHint === undefined ? null : <kbd aria-hidden="true">{keyHint}</kbd>}
    </>
  );
}
