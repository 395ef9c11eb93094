import type { MailContent } from './mail';
import type { LineFacts, OrderFacts } from './mail-facts';
import { mailTexts } from './mail-texts';
import { lineRow } from './mail-words';

/** Says what will not come, and that it is not charged. `isAll`: nothing of the order is left. */
export function unitsUnavailable(order: OrderFacts, missing: LineFacts[], isAll: boolean): MailContent {
  const texts = mailTexts[order.locale];
  return {
    template: 'items_unavailable', recipient: order.recipient, locale: order.locale, subject: texts.unavailable.subject(order.number),
    paragraphs: [texts.hello(order.customerName), texts.unavailable.sorry, texts.unavailable.notCharged, ...(isAll ? [] : [texts.unavailable.rest])],
    rows: missing.map((line) => lineRow(line, order)),
    link: order.statusUrl === null ? null : { label: texts.seeOrder, url: order.statusUrl },
  };
}
