import type { ReceiptDocument } from './receipt-document';
import { receiptCodeSvg } from './receipt-code';
import { ReceiptEdge } from './receipt-edge';
import { receiptRows, type ReceiptRow } from './receipt-rows';

/** The receipt on the screen, and on a page printer through the browser. */
export function ReceiptView({ document, label }: { document: ReceiptDocument; label: string }) {
  return (
    <section className="os-receipt" aria-label={label}>
      {receiptRows(document).map((row, index) => <Row key={index} row={row} />)}
    </section>
  );
}

function Row({ row }: { row: ReceiptRow }) {
  switch (row.kind) {
    case 'title': return <h2 className="os-receipt-title">{row.text}</h2>;
    case 'notice': return <p className="os-receipt-notice">{row.text}</p>;
    case 'text': return <p data-align={row.align} data-small={row.isSmall || undefined} style={row.isIndented ? { paddingLeft: 14 } : undefined}>{row.text}</p>;
    case 'pair': return (
      <div className="os-receipt-pair" data-strong={row.weight === 'strong' || undefined} data-total={row.weight === 'total' || undefined} data-indent={row.isIndented || undefined}>
        <span>{row.left}</span>
        <span>{row.right}</span>
      </div>
    );
    case 'rule': return <hr />;
    case 'edge': return <ReceiptEdge />;
    case 'double-rule': return <hr data-double />;
    case 'code': return <Code value={row.value} caption={row.caption} />;
  }
}

function Code({ value, caption }: { value: string; caption?: string }) {
  return (
    <div className="os-receipt-code">
      {/* The SVG is drawn by us from the value: nothing in it comes from outside. */}
      <span role="img" aria-label={value} dangerouslySetInnerHTML={{ __html: receiptCodeSvg(value) }} />
      <span>{value}</span>
      {caption === undefined ? null : <span data-small>{caption}</span>}
    </div>
  );
}
