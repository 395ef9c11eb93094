import type { ReceiptDocument } from './receipt-document';
import { receiptCodeSvg } from './receipt-code';
import { receiptRows, type ReceiptRow } from './receipt-rows';

const cell = 'padding:2px 0;vertical-align:top';
const pairStyles = { plain: '', strong: 'font-weight:bold;', total: 'font-weight:bold;font-size:22px;' };

/**
 * The receipt as a whole HTML page for e-mail: one table, styles inline, because mail programs drop style sheets.
 * Every text is escaped. The code is an inline SVG with its value as text below it, for programs that drop SVG.
 */
export function receiptToHtml(document: ReceiptDocument): string {
  const rows = receiptRows(document).map(rowHtml).join('');
  return `<!doctype html><html lang="${escapeHtml(document.locale)}"><head><meta charset="utf-8"><title>${escapeHtml(document.header.title)}</title></head>`
    + '<body style="margin:0;background:#f4f1ea;color:#1b2420;font:15px/1.4 Arial,sans-serif">'
    + '<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:20px 8px">'
    + `<table role="presentation" width="420" cellspacing="0" cellpadding="0" style="max-width:100%;background:#fffdf8;border:1px solid #ddd7ca;padding:16px 18px">${rows}</table>`
    + '</td></tr></table></body></html>';
}

function rowHtml(row: ReceiptRow): string {
  switch (row.kind) {
    case 'title': return wide(`<strong style="font-size:20px">${escapeHtml(row.text)}</strong>`, 'text-align:center');
    case 'notice': return wide(`<strong>${escapeHtml(row.text)}</strong>`, 'text-align:center;border:2px solid #1b2420');
    case 'text': return wide(escapeHtml(row.text), `text-align:${row.align === 'center' ? 'center' : 'left'};${row.isSmall ? 'font-size:13px;color:#48534d;' : ''}${row.isIndented ? 'padding-left:14px;' : ''}`);
    case 'pair': return `<tr><td style="${cell};${pairStyles[row.weight]}${row.isIndented ? 'padding-left:14px' : ''}">${escapeHtml(row.left)}</td><td align="right" style="${cell};white-space:nowrap;${pairStyles[row.weight]}">${escapeHtml(row.right)}</td></tr>`;
    case 'rule': case 'edge': return wide('', 'border-bottom:1px dashed #8a816c;line-height:8px');
    case 'double-rule': return wide('', 'border-bottom:3px double #1b2420;line-height:6px');
    case 'code': return wide(`${receiptCodeSvg(row.value).replace('<svg', '<svg width="148" height="148"')}<br>${escapeHtml(row.value)}${row.caption === undefined ? '' : `<br>${escapeHtml(row.caption)}`}`, 'text-align:center;padding-top:12px');
  }
}

const wide = (content: string, style: string) => `<tr><td colspan="2" style="${cell};${style}">${content}</td></tr>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
