'use client';
import type { OrderDetail } from '@oneshelf/contracts';
import { explain } from '@oneshelf/domain-pricing';
import { useLocale, useTranslations } from 'next-intl';
import { languageOf } from '../../i18n/locales';
import { Dialog } from '../../shell/later-overlay';

const parts = ['basket', 'shipping', 'taxes', 'totals'] as const;

type Props = { order: OrderDetail; quote: NonNullable<OrderDetail['quote']>; isOpen: boolean; onClose: () => void };

/** Why an order cost what it cost, as a whole, from the quote that was stored with it. */
export function TotalReasonDialog({ order, quote, isOpen, onClose }: Props) {
  const t = useTranslations('orders.why');
  const shell = useTranslations('shell');
  const language = languageOf(useLocale());
  const said = explain(quote, { locale: language, audience: 'staff', titleOf: ({ lineId }) => order.lines[quote.lines.findIndex((line) => line.lineId === lineId)]?.title ?? '' });
  return (
    <Dialog isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} title={t('title')} closeLabel={shell('close')}>
      <div className="order-total-why">
        {said.lines.map((line) => <Reasons key={line.lineId} title={line.title} sentences={line.sentences} />)}
        {parts.filter((part) => said[part].length > 0).map((part) => <Reasons key={part} title={t(`parts.${part}`)} sentences={said[part]} />)}
        <p className="order-note">{t('version', { version: quote.bookVersion, engine: quote.engineVersion })}</p>
      </div>
    </Dialog>
  );
}

function Reasons({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="order-consequences">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </section>
  );
}
