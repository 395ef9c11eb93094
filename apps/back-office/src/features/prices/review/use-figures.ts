'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useFormatter } from 'next-intl';

/** Figures of sales in words: whole currency units, since a total of weeks is read, not paid. */
export function useFigures(currency: string) {
  const format = useFormatter();
  const scale = 10 ** minorUnitDigits(currency);
  const signed = { signDisplay: 'exceptZero' } as const;
  return {
    money: (amountMinor: number) => format.number(amountMinor / scale, { style: 'currency', currency, maximumFractionDigits: 0 }),
    moneyMove: (amountMinor: number) => format.number(amountMinor / scale, { style: 'currency', currency, maximumFractionDigits: 0, ...signed }),
    share: (basisPoints: number | null) => (basisPoints === null ? '–' : format.number(basisPoints / 10_000, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })),
    points: (basisPoints: number) => format.number(basisPoints / 100, { minimumFractionDigits: 1, maximumFractionDigits: 2 }),
    pointsMove: (before: number | null, after: number | null) => (before === null || after === null ? '–' : format.number((after - before) / 100, { minimumFractionDigits: 1, maximumFractionDigits: 1, ...signed })),
    units: (unitsMilli: number) => format.number(unitsMilli / 1000, { maximumFractionDigits: 1 }),
    percentMove: (before: number, after: number) => (before === 0 ? '–' : format.number((after - before) / Math.abs(before), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1, ...signed })),
  };
}
