'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReceiptPage } from '@oneshelf/contracts';
import { EmptyState, Skeleton } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { ApiProblem } from '@oneshelf/api-client';
import { apiQuery } from '../../api';
import { languageOf } from '../../i18n/locales';
import { ScreenError } from '../../screen-error';
import { LanguageSwitch } from '../../shell/language-switch';
import { ReceiptReasons } from './receipt-reasons';
import { ReceiptSums } from './receipt-sums';

/** A receipt for whoever holds its link: what was sold, and why it cost that, in plain words. */
export function ReceiptPageScreen({ token }: { token: string }) {
  const t = useTranslations('receipt');
  const locale = languageOf(useLocale());
  const { data: receipt, error, refetch } = useQuery({ ...apiQuery('/api/receipts/{token}', { params: { path: { token }, query: { locale } } }), staleTime: 60_000 });
  return (
    <div className="receipt-page">
      <a href="#receipt" className="office-skip">{t('skip')}</a>
      <header className="receipt-bar"><strong>{t('shop')}</strong><LanguageSwitch /></header>
      <main id="receipt" tabIndex={-1}>
        {receipt !== undefined ? <Receipt receipt={receipt} /> : error === null ? <Skeleton height={320} /> : isMissing(error) ? <EmptyState title={t('missing.title')}>{t('missing.text')}</EmptyState> : <ScreenError error={error} onRetry={() => void refetch()} />}
      </main>
      <footer className="receipt-foot">{t('private')}</footer>
    </div>
  );
}

const isMissing = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;

function Receipt({ receipt }: { receipt: ReceiptPage }) {
  const t = useTranslations('receipt');
  const locale = useLocale();
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: receipt.timeZone }).format(new Date(receipt.soldAt));
  return (
    <article className="receipt-sheet">
      <h1>{t('numbered', { number: receipt.number })}</h1>
      <p className="receipt-lead">{t('where', { place: receipt.place, at })}</p>
      {receipt.wasCancelled ? <p role="status">{t('cancelled')}</p> : null}
      <ReceiptSums receipt={receipt} />
      <ReceiptReasons receipt={receipt} />
    </article>
  );
}
