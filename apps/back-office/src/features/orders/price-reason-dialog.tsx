'use client';
import type { OrderLineView, QuoteContract } from '@oneshelf/contracts';
import { explainLine } from '@oneshelf/domain-pricing';
import { useLocale, useTranslations } from 'next-intl';
import { languageOf } from '../../i18n/locales';
import { Dialog } from '../../shell/later-overlay';

type Props = { line: OrderLineView | null; quoted: QuoteContract['lines'][number] | undefined; currency: string; onClose: () => void };

/** Why a line cost what it cost, from the quote that was stored with the order. */
export function PriceReasonDialog({ line, quoted, currency, onClose }: Props) {
  const t = useTranslations('orders.lines');
  const shell = useTranslations('shell');
  const locale = useLocale();
  return (
    <Dialog isOpen={line !== null} onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('why')} closeLabel={shell('close')}>
      <p>{line === null ? '' : `${line.title}, ${line.sku}`}</p>
      {quoted === undefined ? <p>{t('noQuote')}</p> : <ol className="order-reasons">{explainLine(quoted, languageOf(locale), currency).map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>}
    </Dialog>
  );
}
