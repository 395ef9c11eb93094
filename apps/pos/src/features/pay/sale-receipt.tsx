import { Button, ReceiptView, TextField } from '@oneshelf/ui';
import { Mail, Printer } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { printPage } from '../../hardware/print';
import { useFormat } from '../../i18n/use-format';
import type { StoredSale } from '../../local/database';
import { mailReceipt } from '../../local/till';
import { useBootstrap } from '../../local/till-state';
import { toasts } from '../../shell/toasts';
import { receiptOfSale } from './receipt-of-sale';

/** The receipt on the screen, the part that is printed. */
export function SaleReceipt({ sale, isCopy }: { sale: StoredSale; isCopy: boolean }) {
  const t = useTranslations('receipt');
  const bootstrap = useBootstrap();
  const format = useFormat();
  return (
    <div className="till-receipt till-print" tabIndex={0} role="region" aria-label={t('label')}>
      <ReceiptView document={receiptOfSale(sale, { t, format, bootstrap, isCopy })} label={t('numbered', { number: sale.receiptNumber })} />
    </div>
  );
}

/** Print it, or send it; the mail waits on the till until the sale is sent. */
export function ReceiptActs({ sale }: { sale: StoredSale }) {
  const t = useTranslations('receipt');
  const locale = useLocale();
  const [email, setEmail] = useState(sale.customer?.email ?? '');
  const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  const send = async (): Promise<void> => {
    if (!isEmail) return;
    await mailReceipt({ saleId: sale.saleId, email: email.trim(), locale });
    toasts.add({ text: t('mailQueued', { email: email.trim() }), tone: 'done' }, { timeout: 6000 });
    setEmail('');
  };
  return (
    <form className="till-stack" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Button icon={<Printer size={20} aria-hidden="true" />} onPress={printPage}>{t('print')}</Button>
      <TextField label={t('email')} type="email" inputMode="email" autoComplete="off" value={email} onChange={setEmail} />
      <Button type="submit" icon={<Mail size={20} aria-hidden="true" />} isDisabled={!isEmail}>{t('send')}</Button>
    </form>
  );
}
