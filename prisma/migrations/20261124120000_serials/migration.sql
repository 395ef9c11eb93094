-- Where each piece with a serial number is: the fold of its movements, as stock_level is the fold of all.
CREATE TABLE "stock_serial" (
    "variant_id" UUID NOT NULL,
    "serial_number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "location_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "cause_kind" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_serial_pkey" PRIMARY KEY ("variant_id", "serial_number"),
    CONSTRAINT "stock_serial_state" CHECK (state IN ('shelf', 'quality_control', 'damaged', 'refurbish', 'quarantine', 'supplier', 'customer', 'shrink', 'transit'))
);
CREATE INDEX "stock_serial_location_id_variant_id_state_idx" ON "stock_serial"("location_id", "variant_id", "state");
-- A serial is looked for by how it begins.
CREATE INDEX "stock_serial_serial_number_idx" ON "stock_serial"("serial_number" text_pattern_ops);

-- The life of one piece, without reading all movements of its product.
CREATE INDEX "stock_movement_serial_idx" ON "stock_movement"("variant_id", "serial_number") WHERE serial_number IS NOT NULL;

-- Which pieces went with a line of an order, and which came back.
ALTER TABLE "order_line" ADD COLUMN "serial_numbers" TEXT[] NOT NULL DEFAULT '{}';
CREATE INDEX "order_line_serial_numbers_idx" ON "order_line" USING GIN ("serial_numbers") WHERE serial_numbers <> '{}';
ALTER TABLE "return_line" ADD COLUMN "serial_numbers" TEXT[] NOT NULL DEFAULT '{}';
