import { receiptRows } from './receipt-rows';
import { receiptToHtml } from './receipt-to-html';
import { sampleReceipt } from './testing';

describe('receiptToHtml', () => {
  it('escapes what people wrote', () => {
    const html = receiptToHtml({ ...sampleReceipt, header: { title: '<script>alert(1)</script> & "Sons"', lines: [] } });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sons&quot;');
  });

  it('shows every text of the tree that the printer prints', () => {
    const html = receiptToHtml(sampleReceipt);
    const texts = receiptRows(sampleReceipt).flatMap((row) =>
      row.kind === 'pair' ? [row.left, row.right] : row.kind === 'code' ? [row.value, row.caption ?? ''] : 'text' in row ? [row.text] : []);
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    expect(texts).toHaveLength(32);
  });

  it('fetches nothing: no image, link or style sheet from elsewhere', () => {
    expect(receiptToHtml(sampleReceipt)).not.toMatch(/<img|<link|src=|url\(/);
  });
});
