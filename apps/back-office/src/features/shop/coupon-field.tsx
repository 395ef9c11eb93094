'use client';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { Button, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCoupons } from './use-coupons';

const most = 5;

/** Codes: give one, see what became of each, take one back. */
export function CouponField({ quote }: { quote: StorefrontQuote | undefined }) {
  const t = useTranslations('shop.coupon');
  const [codes, keep] = useCoupons();
  const [typed, setTyped] = useState('');
  const add = () => {
    const code = typed.trim();
    if (code === '' || codes.length >= most) return;
    if (!codes.includes(code)) keep([...codes, code]);
    setTyped('');
  };
  return (
    <div className="shop-coupons">
      <div className="shop-coupon-ask">
        <TextField label={t('label')} value={typed} onChange={setTyped} maxLength={40} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); add(); } }} />
        <Button onPress={add} isDisabled={typed.trim() === '' || codes.length >= most}>{t('apply')}</Button>
      </div>
      <ul aria-live="polite">
        {codes.map((code) => (
          <li key={code}>
            <span>{t(quote?.coupons.find((coupon) => coupon.code === code)?.outcome ?? 'asking', { code })}</span>
            <Button size="small" aria-label={t('removeOf', { code })} onPress={() => keep(codes.filter((each) => each !== code))}>{t('remove')}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
