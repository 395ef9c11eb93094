import type { MailContent } from './mail';
import type { ReceiptFacts } from './mail-facts';
import { mailTexts } from './mail-texts';
import { lineRow, money, tenderName } from './mail-words';

/** A till's receipt by mail: lines, discounts, taxes, tenders and the number that a return asks for. */
export function saleReceipt(sale: ReceiptFacts): MailContent {
  const texts = mailTexts[sale.locale];
  return {
    template: 'receipt', recipient: sale.recipient, locale: sale.locale, subject: texts.receipt.subject(sale.store.name),
    paragraphs: [texts.receipt.number(sale.number), texts.receipt.bought(`${sale.store.name}, ${sale.store.address}`, sale.soldAt), texts.receipt.keep],
    rows: [
      ...sale.lines.map((line) => lineRow(line, sale)),
      ...sale.discounts.map((discount) => ({ label: `${texts.discount}: ${discount.name}`, amount: money(discount.amountMinor, sale) })),
      { label: texts.total, amount: money(sale.totalMinor, sale), strong: true },
      ...sale.taxes.map((tax) => ({ label: `${texts.tax}: ${tax.name}`, amount: money(tax.taxMinor, sale) })),
      ...sale.tenders.map((tender) => ({ label: texts.receipt.paid(tenderName(tender, sale.locale)), amount: money(tender.amountMinor, sale) })),
    ],
    link: null,
    ...(sale.receiptUrl === undefined ? {} : { receipt: { label: texts.seeReceipt, url: sale.receiptUrl } }),
  };
}
