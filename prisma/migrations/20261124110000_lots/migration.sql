-- Goods that are told apart by lot: what a lot is, how much of it lies where, and how long it must keep for a channel.
CREATE TABLE "stock_lot" (
    "id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "expires_on" DATE,
    "first_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_lot_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "stock_lot_variant_id_code_key" ON "stock_lot"("variant_id", "code");
CREATE INDEX "stock_lot_expires_on_idx" ON "stock_lot"("expires_on");

-- The fold of the movements that name the lot. Below zero where tills sold more of it than was said to be there.
CREATE TABLE "stock_lot_level" (
    "lot_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "shelf_milli" BIGINT NOT NULL DEFAULT 0,
    "quality_control_milli" BIGINT NOT NULL DEFAULT 0,
    "damaged_milli" BIGINT NOT NULL DEFAULT 0,
    "refurbish_milli" BIGINT NOT NULL DEFAULT 0,
    "quarantine_milli" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "stock_lot_level_pkey" PRIMARY KEY ("lot_id", "location_id")
);
CREATE INDEX "stock_lot_level_variant_id_location_id_idx" ON "stock_lot_level"("variant_id", "location_id");

-- Days that must be left of a lot that goes to a channel; the channel '' is the window in which a lot is called short.
CREATE TABLE "lot_rule" (
    "channel_code" TEXT NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "lot_rule_pkey" PRIMARY KEY ("channel_code"),
    CONSTRAINT "lot_rule_days" CHECK (days BETWEEN 0 AND 3650)
);
INSERT INTO "lot_rule" VALUES ('', 14);

-- Stands in the row that each operation holds anyway, so that goods without lots cost no look for them.
ALTER TABLE stock_level ADD COLUMN has_lots BOOLEAN NOT NULL DEFAULT false;

-- Where a lot went: only the movements that name one are in it.
CREATE INDEX stock_movement_lot ON stock_movement (lot_id, recorded_at) WHERE lot_id IS NOT NULL;
