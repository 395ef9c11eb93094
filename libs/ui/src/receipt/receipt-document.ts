import type { QuantityUnit } from '@oneshelf/domain-kernel';

/** A label with its money, in minor units of the document's currency; details stand below, smaller. */
export type ReceiptAmount = { label: string; amountMinor: number; details?: readonly string[] };

export type ReceiptLine = {
  name: string;
  /** Colour and size, SKU, serial number. */
  details?: readonly string[];
  /** Thousandths: one piece is 1000. Negative on a return. */
  quantityMilli: number;
  /** What it is measured in; absent: pieces. */
  unit?: QuantityUnit;
  /** What its one piece weighs, in thousandths of a kilogram: then the unit's amount is of a kilogram. */
  weightMilli?: number;
  unitAmountMinor: number;
  /** Before the line's own discounts. */
  amountMinor: number;
  discounts?: readonly ReceiptAmount[];
};

/**
 * A receipt as facts, without any layout: the screen, the printer and the e-mail are made from this one tree.
 * All words come from the caller, in the customer's language.
 */
export type ReceiptDocument = {
  locale: string;
  currency: string;
  /** Shop name, then address and tax number. */
  header: { title: string; lines: readonly string[] };
  /** "COPY", "REFUND", "TRAINING": stands out at the top. */
  notice?: string;
  /** Receipt number, date, till, who served. */
  facts: readonly { label: string; value: string }[];
  lines: readonly ReceiptLine[];
  subtotal?: ReceiptAmount;
  /** Off the whole sale; amounts are negative. */
  discounts: readonly ReceiptAmount[];
  total: ReceiptAmount;
  /** One per rate: "VAT 20 % in 444.65". */
  taxes: readonly ReceiptAmount[];
  /** How it was paid; card details the law asks for stand in `details`. */
  tenders: readonly ReceiptAmount[];
  change?: ReceiptAmount;
  footer: readonly string[];
  /** Scanned to find the sale again. */
  code?: { value: string; caption?: string };
};
