import type { MailContent } from './mail';
import type { OrderFacts } from './mail-facts';
import { mailTexts } from './mail-texts';
import { lineRow, money, promisedRow } from './mail-words';

/** Confirms an order: what, for how much, where it will be. */
export function orderPlaced(order: OrderFacts): MailContent {
  const texts = mailTexts[order.locale];
  const { place } = order;
  return {
    template: 'order_placed', recipient: order.recipient, locale: order.locale, subject: texts.placed.subject(order.number),
    paragraphs: [
      texts.hello(order.customerName), texts.placed.thanks,
      ...(place.kind === 'pickup' ? [texts.placed.pickup(place.store.name, place.store.address), texts.placed.pickupNext] : [texts.placed.delivery(place.address)]),
      texts.placed.charged,
    ],
    rows: [
      ...order.lines.flatMap((line) => [lineRow(line, order), ...promisedRow(line, order)]),
      ...(order.shippingMinor === undefined ? [] : [{ label: texts.shipping, amount: money(order.shippingMinor, order) }]),
      ...(order.discountMinor > 0 ? [{ label: texts.discount, amount: money(order.discountMinor, order) }] : []),
      { label: texts.tax, amount: money(order.taxMinor, order) },
      { label: texts.total, amount: money(order.totalMinor, order), strong: true },
    ],
    link: order.statusUrl === null ? null : { label: texts.seeOrder, url: order.statusUrl },
    ...(order.receiptUrl === undefined ? {} : { receipt: { label: texts.seeReceipt, url: order.receiptUrl } }),
  };
}
