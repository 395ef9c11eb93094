import type { MailContent } from './mail';
import type { OrderFacts } from './mail-facts';
import { mailTexts } from './mail-texts';
import { calendarDay } from './mail-words';

export interface MovedLine {
  title: string;
  quantityMilli: number;
  /** YYYY-MM-DD; null: no day was told before. */
  toldOn: string | null;
  expectedOn: string;
}

/** Says on which day what an order waits for comes now, and that nothing needs to be done. */
export function promiseMoved(order: OrderFacts, lines: MovedLine[]): MailContent {
  const texts = mailTexts[order.locale];
  const isLater = lines.some(({ toldOn, expectedOn }) => toldOn !== null && expectedOn > toldOn);
  return {
    template: 'promise_moved', recipient: order.recipient, locale: order.locale, subject: texts.moved.subject(order.number),
    paragraphs: [texts.hello(order.customerName), isLater ? texts.moved.later : texts.moved.day, texts.moved.nothingToDo],
    rows: lines.map(({ title, quantityMilli, expectedOn }) => ({ label: `${quantityMilli / 1000} × ${title}`, amount: calendarDay(expectedOn, order.locale) })),
    link: order.statusUrl === null ? null : { label: texts.seeOrder, url: order.statusUrl },
  };
}
