-- Soft holds: units that a checkout keeps for a while, before there is an order. They are no movement of goods.
CREATE TABLE "stock_hold" (
    "id" UUID NOT NULL,
    "line_id" TEXT NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "held_for" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_hold_pkey" PRIMARY KEY ("id", "line_id", "location_id"),
    CONSTRAINT "stock_hold_quantity" CHECK (quantity_milli > 0)
);
CREATE INDEX "stock_hold_variant_id_location_id_idx" ON "stock_hold"("variant_id", "location_id");
CREATE INDEX "stock_hold_expires_at_idx" ON "stock_hold"("expires_at");

-- What is held is part of what the movements make sellable: sellable_milli is what is left of it.
ALTER TABLE "stock_level" ADD COLUMN "held_milli" BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT stock_level_held CHECK (held_milli >= 0);
