-- Goods that are counted in pieces and priced by what each weighs (ADR 46). The weight stands on the documents that moved them; there is no level of it.
ALTER TABLE variant ADD CONSTRAINT variant_catch_weight CHECK (NOT is_catch_weight OR (unit = 'piece' AND kind <> 'bundle'));
ALTER TABLE order_line ADD COLUMN weight_milli BIGINT CONSTRAINT order_line_weight CHECK (weight_milli IS NULL OR (weight_milli > 0 AND quantity_milli = 1000));
ALTER TABLE goods_receipt_line ADD COLUMN weight_milli BIGINT CONSTRAINT goods_receipt_line_weight CHECK (weight_milli IS NULL OR weight_milli > 0);
CREATE INDEX goods_receipt_line_weighed ON goods_receipt_line (variant_id) WHERE weight_milli IS NOT NULL;
