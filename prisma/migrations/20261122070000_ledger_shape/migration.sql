-- Units whose right of sale lies at a register, also while it is cut off (DOMAIN.md §13): on hand, and nobody else's.
ALTER TABLE "stock_level" ADD COLUMN "allotted_milli" BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT stock_level_allotted CHECK (allotted_milli >= 0);

-- What a movement may say of the goods beside their number.
ALTER TABLE "stock_movement" ADD COLUMN "lot_id" UUID,
  ADD COLUMN "serial_number" TEXT,
  ADD COLUMN "register_id" UUID,
  ADD CONSTRAINT stock_movement_serial CHECK (serial_number IS NULL OR (serial_number <> '' AND quantity_milli = 1000)),
  ADD CONSTRAINT stock_movement_register CHECK (register_id IS NOT NULL OR (from_bucket <> 'allotted' AND to_bucket <> 'allotted'));

-- Goods that a document says are on their way: what of it has not come yet.
CREATE TABLE "expected_receipt" (
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "expected_on" DATE NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expected_receipt_pkey" PRIMARY KEY ("variant_id", "location_id", "source_kind", "source_id", "expected_on"),
    CONSTRAINT "expected_receipt_quantity" CHECK (quantity_milli > 0)
);
CREATE INDEX "expected_receipt_source_kind_source_id_idx" ON "expected_receipt"("source_kind", "source_id");
