-- What may be sold before it is there, per product and, where it differs, per channel.
CREATE TABLE "stock_policy" (
    "variant_id" UUID NOT NULL,
    "channel_code" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "limit_milli" BIGINT,
    "promised_milli" BIGINT NOT NULL DEFAULT 0,
    "available_on" DATE,

    CONSTRAINT "stock_policy_pkey" PRIMARY KEY ("variant_id", "channel_code"),
    CONSTRAINT "stock_policy_kind" CHECK (kind IN ('stop', 'backorder', 'preorder')),
    CONSTRAINT "stock_policy_limit" CHECK (limit_milli IS NULL OR limit_milli >= 0),
    CONSTRAINT "stock_policy_promised" CHECK (promised_milli >= 0)
);

-- Units that an order was promised and that are not there yet, in the order in which they were promised.
CREATE TABLE "stock_promise" (
    "id" UUID NOT NULL,
    "place" BIGSERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID,
    "channel_code" TEXT NOT NULL,
    "policy_channel" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "expected_on" DATE,
    "promised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_promise_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_promise_quantity" CHECK (quantity_milli > 0),
    CONSTRAINT "stock_promise_kind" CHECK (kind IN ('backorder', 'preorder'))
);
CREATE UNIQUE INDEX "stock_promise_order_line_id_key" ON "stock_promise"("order_line_id");
CREATE INDEX "stock_promise_variant_id_place_idx" ON "stock_promise"("variant_id", "place");
CREATE INDEX "stock_promise_order_id_idx" ON "stock_promise"("order_id");
CREATE INDEX "stock_promise_expected_on_place_idx" ON "stock_promise"("expected_on", "place");
