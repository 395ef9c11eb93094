import type { MailContent } from './mail';
import type { OrderFacts, StoreFacts } from './mail-facts';
import { mailTexts } from './mail-texts';

/** Says that the goods wait, where, and the code that they are handed over against. */
export function pickupReady(order: OrderFacts, { store, collectionCode }: { store: StoreFacts; collectionCode: string }): MailContent {
  const texts = mailTexts[order.locale];
  return {
    template: 'pickup_ready', recipient: order.recipient, locale: order.locale, subject: texts.ready.subject(order.number, store.name),
    paragraphs: [texts.hello(order.customerName), texts.ready.ready(store.name, store.address), texts.ready.show],
    code: { label: texts.ready.code, value: collectionCode },
    rows: [],
    link: order.statusUrl === null ? null : { label: texts.seeOrder, url: order.statusUrl },
  };
}
