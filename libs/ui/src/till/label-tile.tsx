'use client';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

export type LabelTileProps = Omit<ButtonProps, 'children' | 'className'> & {
  name: string;
  /** Colour and size, e.g. `Navy / M`. */
  variant?: string;
  /** Already formatted. */
  price: ReactNode;
  /** "23 here" */
  stock?: string;
  isStockLow?: boolean;
  /** Which rail colour; wraps round after seven. */
  department: number;
};

const departmentColours = 7;

/** A shelf-edge label: coloured rail for the department, dashed rule, price at the bottom right. */
export function LabelTile({ name, variant, price, stock, isStockLow = false, department, ...rest }: LabelTileProps) {
  return (
    <Button {...rest} className="os-label-tile" data-department={department % departmentColours}>
      <span className="os-label-tile-name">{name}</span>
      {variant === undefined ? null : <span className="os-label-tile-variant">{variant}</span>}
      <span className="os-label-tile-foot">
        <span className="os-label-tile-stock" data-low={isStockLow || undefined}>{stock}</span>
        <span className="os-label-tile-price">{price}</span>
      </span>
    </Button>
  );
}
