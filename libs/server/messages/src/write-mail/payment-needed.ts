import type { MailContent } from './mail';
import type { OrderFacts } from './mail-facts';
import { mailTexts } from './mail-texts';
import { lineRow, money } from './mail-words';

/** Asks for the card again: its hold has ended before the goods could leave. The order's page takes it. */
export function paymentNeeded(order: OrderFacts, amountMinor: number): MailContent {
  const { hello, payAgain } = mailTexts[order.locale];
  return {
    template: 'payment_needed', recipient: order.recipient, locale: order.locale, subject: payAgain.subject(order.number),
    paragraphs: [hello(order.customerName), payAgain.why, payAgain.act, payAgain.nothingCharged],
    rows: [...order.lines.map((line) => lineRow(line, order)), { label: payAgain.due, amount: money(amountMinor, order), strong: true }],
    link: order.statusUrl === null ? null : { label: payAgain.pay, url: order.statusUrl },
  };
}
