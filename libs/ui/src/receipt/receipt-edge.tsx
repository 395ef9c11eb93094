/** The perforation between the lines of a sale and its totals; the till's cart wears it too. */
export function ReceiptEdge() {
  return <div className="os-receipt-edge" role="presentation" />;
}
