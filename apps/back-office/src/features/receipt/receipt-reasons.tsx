import type { ReceiptPage } from '@oneshelf/contracts';
import { useTranslations } from 'next-intl';

const parts = ['basket', 'shipping', 'taxes', 'totals'] as const;

/** How the total came about, in the order in which it was reckoned. */
export function ReceiptReasons({ receipt }: { receipt: ReceiptPage }) {
  const t = useTranslations('receipt');
  return (
    <section className="receipt-reasons" aria-label={t('why')}>
      <h2>{t('why')}</h2>
      {parts.filter((part) => receipt.why[part].length > 0).map((part) => (
        <div key={part}>
          <h3>{t(`parts.${part}`)}</h3>
          <ul className="receipt-why">{receipt.why[part].map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </div>
      ))}
      <p className="receipt-lead">{t('version', { version: receipt.bookVersion })}</p>
    </section>
  );
}
