export interface Mail {
  template: 'order_placed' | 'pickup_ready' | 'items_unavailable' | 'promise_moved' | 'payment_needed' | 'return_refunded' | 'receipt';
  recipient: string;
  locale: 'en' | 'de';
  subject: string;
  html: string;
  text: string;
}

/** What a mail says, before it is laid out: paragraphs, a code to show, a table of lines with amounts, and one thing to do. */
export interface MailContent {
  template: Mail['template'];
  recipient: string;
  locale: Mail['locale'];
  subject: string;
  paragraphs: string[];
  /** Shown in large letters, to be read across a counter. */
  code?: { label: string; value: string };
  rows: { label: string; amount: string; strong?: boolean }[];
  link: { label: string; url: string } | null;
  /** The receipt's public page; absent: it has none. */
  receipt?: { label: string; url: string };
}

/** Lays the content out as HTML and as plain text, from one source. */
export function layOut(content: MailContent): Mail {
  return { template: content.template, recipient: content.recipient, locale: content.locale, subject: content.subject, html: toHtml(content), text: toText(content) };
}

function toHtml({ locale, subject, paragraphs, code, rows, link, receipt }: MailContent): string {
  const body = [
    `<h1 style="font-size:22px;margin:0 0 16px">${escape(subject)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 12px">${escape(text)}</p>`),
    code ? `<p style="margin:20px 0;padding:16px;border:2px solid #1F4D3A;text-align:center">${escape(code.label)}<br><strong style="font-size:40px;letter-spacing:6px;line-height:1.3">${escape(code.value)}</strong></p>` : '',
    rows.length > 0 ? `<table role="presentation" style="width:100%;border-collapse:collapse;margin:16px 0">${rows.map(toRow).join('')}</table>` : '',
    link ? `<p style="margin:20px 0"><a href="${escape(link.url)}" style="background:#1F4D3A;color:#FFFFFF;padding:12px 18px;border-radius:6px;text-decoration:none">${escape(link.label)}</a></p>` : '',
    receipt ? `<p style="margin:0 0 12px"><a href="${escape(receipt.url)}" style="color:#1F4D3A">${escape(receipt.label)}</a></p>` : '',
  ].join('');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head><body style="background:#F4F1EA;color:#1B2420;font-family:'Hanken Grotesk',Arial,sans-serif;font-size:15px;line-height:1.5;margin:0;padding:24px"><div style="max-width:520px;margin:0 auto;background:#FFFDF8;padding:28px">${body}</div></body></html>`;
}

const toRow = (row: MailContent['rows'][number]): string => {
  const style = `padding:6px 0;border-top:1px solid #DDD7CA;${row.strong ? 'font-weight:700;' : ''}`;
  return `<tr><td style="${style}">${escape(row.label)}</td><td style="${style}text-align:right;white-space:nowrap">${escape(row.amount)}</td></tr>`;
};

function toText({ subject, paragraphs, code, rows, link, receipt }: MailContent): string {
  // A row without an amount is a note to the one above it; it needs no room for a column.
  const width = Math.max(0, ...rows.filter(({ amount }) => amount !== '').map((row) => row.label.length)) + 2;
  return [subject, '', ...paragraphs.flatMap((text) => [text, '']), ...(code ? [`${code.label}: ${code.value}`, ''] : []), ...rows.map((row) => (row.amount === '' ? `  ${row.label}` : row.label.padEnd(width) + row.amount)), ...(link ? ['', `${link.label}: ${link.url}`] : []), ...(receipt ? ['', `${receipt.label}: ${receipt.url}`] : []), ''].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
