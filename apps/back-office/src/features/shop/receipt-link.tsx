'use client';
import { receiptCodeSvg } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The way to the receipt's public page: a link here, a code for another device. */
export function ReceiptLink({ token }: { token: string }) {
  const t = useTranslations('shop.order');
  const path = `/r/${token}`;
  const origin = typeof window === 'undefined' ? '' : window.location.origin;
  return (
    <p className="receipt-qr">
      {/* Drawn by us from the address: nothing in it comes from outside. */}
      <span role="img" aria-label={t('receiptCode')} dangerouslySetInnerHTML={{ __html: receiptCodeSvg(`${origin}${path}`) }} />
      <Link href={path}>{t('receipt')}</Link>
    </p>
  );
}
