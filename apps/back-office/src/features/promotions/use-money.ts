'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useFormatter } from 'next-intl';

/** Minor units as people read them. */
export function useMoney(currency: string): (minor: number) => string {
  const format = useFormatter();
  return (minor) => format.number(minor / 10 ** minorUnitDigits(currency), { style: 'currency', currency });
}
