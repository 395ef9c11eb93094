-- Goods in: suppliers, purchase orders, receipts with what they cost, and what stock is worth at any instant.
CREATE TABLE "supplier" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "email" TEXT,
    "phone" TEXT,
    "contact" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "lead_time_days" INTEGER NOT NULL DEFAULT 7,
    "minimum_order_minor" BIGINT NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "supplier_code_key" ON "supplier"("code");
CREATE INDEX "supplier_name_id_idx" ON "supplier"("name", "id");

CREATE TABLE "supplier_product" (
    "supplier_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "supplier_code" TEXT NOT NULL DEFAULT '',
    "unit_cost_minor" BIGINT NOT NULL,
    "pack_milli" BIGINT NOT NULL DEFAULT 1000,
    "minimum_milli" BIGINT NOT NULL DEFAULT 0,
    "lead_time_days" INTEGER,

    CONSTRAINT "supplier_product_pkey" PRIMARY KEY ("supplier_id", "variant_id")
);
CREATE INDEX "supplier_product_variant_id_idx" ON "supplier_product"("variant_id");

CREATE TABLE "purchase_order_number" (
    "market_code" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "purchase_order_number_pkey" PRIMARY KEY ("market_code")
);

CREATE TABLE "purchase_order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "supplier_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "rate_millionths" BIGINT NOT NULL DEFAULT 1000000,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "expected_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "purchase_order_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "purchase_order_number_key" ON "purchase_order"("number");
CREATE INDEX "purchase_order_status_expected_on_idx" ON "purchase_order"("status", "expected_on");
CREATE INDEX "purchase_order_supplier_id_id_idx" ON "purchase_order"("supplier_id", "id");
CREATE INDEX "purchase_order_location_id_status_idx" ON "purchase_order"("location_id", "status");

CREATE TABLE "purchase_order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "variant_id" UUID NOT NULL,
    "supplier_code" TEXT NOT NULL DEFAULT '',
    "ordered_milli" BIGINT NOT NULL,
    "pack_milli" BIGINT NOT NULL DEFAULT 1000,
    "unit_cost_minor" BIGINT NOT NULL,
    "expected_on" DATE,
    "received_milli" BIGINT NOT NULL DEFAULT 0,
    "damaged_milli" BIGINT NOT NULL DEFAULT 0,
    "checked_milli" BIGINT NOT NULL DEFAULT 0,
    "closed_milli" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "purchase_order_line_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "purchase_order_line_order_id_variant_id_key" ON "purchase_order_line"("order_id", "variant_id");
CREATE INDEX "purchase_order_line_variant_id_idx" ON "purchase_order_line"("variant_id");

CREATE TABLE "purchase_order_event" (
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "purchase_order_event_pkey" PRIMARY KEY ("order_id", "number")
);

CREATE TABLE "goods_receipt" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "is_final" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "received_by" TEXT NOT NULL,
    "device_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "input_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goods_receipt_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "goods_receipt_order_id_idx" ON "goods_receipt"("order_id");

CREATE TABLE "goods_receipt_line" (
    "receipt_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "good_milli" BIGINT NOT NULL DEFAULT 0,
    "checked_milli" BIGINT NOT NULL DEFAULT 0,
    "damaged_milli" BIGINT NOT NULL DEFAULT 0,
    "value_minor" BIGINT NOT NULL,
    "landed_minor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "goods_receipt_line_pkey" PRIMARY KEY ("receipt_id", "line_id")
);

CREATE TABLE "landed_cost" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "shares" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actor" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "landed_cost_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "landed_cost_receipt_id_idx" ON "landed_cost"("receipt_id");

CREATE TABLE "stock_receipt_value" (
    "operation_id" UUID NOT NULL,
    "entry" INTEGER NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "value_minor" BIGINT NOT NULL,

    CONSTRAINT "stock_receipt_value_pkey" PRIMARY KEY ("operation_id", "entry")
);

CREATE TABLE "stock_revaluation" (
    "id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_revaluation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "stock_revaluation_variant_id_location_id_idx" ON "stock_revaluation"("variant_id", "location_id");

CREATE TABLE "stock_cost" (
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity_milli" BIGINT NOT NULL DEFAULT 0,
    "average_minor" BIGINT NOT NULL DEFAULT 0,
    "fifo_minor" BIGINT NOT NULL DEFAULT 0,
    "state" JSONB NOT NULL,
    "level_version" BIGINT NOT NULL DEFAULT 0,
    "folded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01T00:00:00Z',

    CONSTRAINT "stock_cost_pkey" PRIMARY KEY ("variant_id", "location_id")
);

CREATE TABLE "stock_cost_entry" (
    "movement_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "cause_kind" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "average_minor" BIGINT NOT NULL,
    "average_expensed_minor" BIGINT NOT NULL,
    "fifo_minor" BIGINT NOT NULL,
    "fifo_expensed_minor" BIGINT NOT NULL,
    "cost_from" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_cost_entry_pkey" PRIMARY KEY ("movement_id")
);
CREATE INDEX "stock_cost_entry_variant_id_location_id_recorded_at_idx" ON "stock_cost_entry"("variant_id", "location_id", "recorded_at");
CREATE INDEX "stock_cost_entry_cause_id_variant_id_idx" ON "stock_cost_entry"("cause_id", "variant_id");
CREATE INDEX "stock_cost_entry_recorded_at_idx" ON "stock_cost_entry"("recorded_at");

ALTER TABLE "supplier_product" ADD CONSTRAINT supplier_product_amounts CHECK (unit_cost_minor >= 0 AND pack_milli > 0 AND minimum_milli >= 0);
ALTER TABLE "purchase_order" ADD CONSTRAINT purchase_order_status CHECK (status IN ('draft', 'sent', 'partly_received', 'received', 'closed_short', 'cancelled')),
  ADD CONSTRAINT purchase_order_rate CHECK (rate_millionths > 0);
ALTER TABLE "purchase_order_line" ADD CONSTRAINT purchase_order_line_amounts CHECK (ordered_milli > 0 AND pack_milli > 0 AND unit_cost_minor >= 0
  AND received_milli >= 0 AND damaged_milli >= 0 AND checked_milli >= 0 AND closed_milli >= 0 AND damaged_milli + checked_milli <= received_milli);
ALTER TABLE "goods_receipt_line" ADD CONSTRAINT goods_receipt_line_amounts CHECK (good_milli >= 0 AND checked_milli >= 0 AND damaged_milli >= 0 AND good_milli + checked_milli + damaged_milli > 0);
ALTER TABLE "landed_cost" ADD CONSTRAINT landed_cost_amount CHECK (amount_minor > 0);
