'use client';
import { useMemo } from 'react';
import * as z from 'zod';
import { useShop } from './shop-context';
import { useKept } from './use-kept';

const CouponsSchema = z.array(z.string().trim().min(1).max(40)).max(5);

/** The codes that the shopper gave, one list per market, kept like the basket. */
export function useCoupons(): [string[], (codes: string[]) => void] {
  const [text, write] = useKept(`oneshelf.coupons.${useShop().market}`);
  const codes = useMemo(() => parseCoupons(text ?? null), [text]);
  return [codes, (next) => write(JSON.stringify(next))];
}

function parseCoupons(text: string | null): string[] {
  try {
    const parsed = CouponsSchema.safeParse(JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
