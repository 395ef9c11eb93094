import type { MailContent } from './mail';
import type { LineFacts, OrderFacts, StoreFacts, TenderFacts } from './mail-facts';
import { mailTexts } from './mail-texts';
import { lineRow, money, tenderName } from './mail-words';

/** Says what came back, how much is given back for it, and to which tender. */
export function returnRefunded(order: OrderFacts, returned: { store: StoreFacts; lines: LineFacts[]; refundMinor: number; tenders: TenderFacts[] }): MailContent {
  const texts = mailTexts[order.locale];
  // With the last unit of an order its shipping goes back as well.
  const shippingMinor = returned.refundMinor - returned.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const isToCard = returned.tenders.some((tender) => tender.kind !== 'cash');
  return {
    template: 'return_refunded', recipient: order.recipient, locale: order.locale, subject: texts.refunded.subject(order.number),
    paragraphs: [texts.hello(order.customerName), texts.refunded.back(returned.store.name), ...(isToCard ? [texts.refunded.cardDays] : [])],
    rows: [
      ...returned.lines.map((line) => lineRow(line, order)),
      ...(shippingMinor > 0 ? [{ label: texts.shipping, amount: money(shippingMinor, order) }] : []),
      { label: texts.refunded.refund, amount: money(returned.refundMinor, order), strong: true },
      ...returned.tenders.map((tender) => ({ label: texts.refunded.to(tenderName(tender, order.locale)), amount: money(tender.amountMinor, order) })),
    ],
    link: order.statusUrl === null ? null : { label: texts.seeOrder, url: order.statusUrl },
  };
}
