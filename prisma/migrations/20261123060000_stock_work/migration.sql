-- Stock work: transfers between places, counts, and corrections by hand that may wait for a second person.
CREATE TABLE "transfer" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "from_location_id" UUID NOT NULL,
    "to_location_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "requested_by" TEXT NOT NULL,
    "approved_by" TEXT,
    "shipped_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expected_at" TIMESTAMPTZ(3),
    "shipped_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "difference_seen_by" TEXT,
    "difference_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "transfer_status" CHECK (status IN ('requested', 'approved', 'shipped', 'received', 'cancelled')),
    CONSTRAINT "transfer_places" CHECK (from_location_id <> to_location_id)
);
CREATE UNIQUE INDEX "transfer_number_key" ON "transfer"("number");
CREATE INDEX "transfer_status_created_at_idx" ON "transfer"("status", "created_at");
CREATE INDEX "transfer_from_location_id_status_idx" ON "transfer"("from_location_id", "status");
CREATE INDEX "transfer_to_location_id_status_idx" ON "transfer"("to_location_id", "status");

CREATE TABLE "transfer_line" (
    "id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "variant_id" UUID NOT NULL,
    "requested_milli" BIGINT NOT NULL,
    "shipped_milli" BIGINT NOT NULL DEFAULT 0,
    "received_milli" BIGINT NOT NULL DEFAULT 0,
    "damaged_milli" BIGINT NOT NULL DEFAULT 0,
    "missing_milli" BIGINT NOT NULL DEFAULT 0,
    "surplus_milli" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "transfer_line_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "transfer_line_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "transfer_line_quantities" CHECK (requested_milli > 0 AND shipped_milli >= 0 AND received_milli >= 0 AND damaged_milli >= 0 AND missing_milli >= 0 AND surplus_milli >= 0),
    -- What is on the road is never below nothing.
    CONSTRAINT "transfer_line_in_transit" CHECK (received_milli + damaged_milli + missing_milli <= shipped_milli)
);
CREATE UNIQUE INDEX "transfer_line_transfer_id_variant_id_key" ON "transfer_line"("transfer_id", "variant_id");

CREATE TABLE "stock_count" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "location_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'planned',
    "mode" TEXT NOT NULL DEFAULT 'live',
    "frozen_at" TIMESTAMPTZ(3),
    "recount_units_milli" BIGINT NOT NULL,
    "recount_value_minor" BIGINT NOT NULL,
    "planned_by" TEXT NOT NULL,
    "planned_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "posted_by" TEXT,
    "posted_at" TIMESTAMPTZ(3),
    "counted_lines" INTEGER,
    "right_lines" INTEGER,
    "variance_milli" BIGINT,
    "variance_value_minor" BIGINT,

    CONSTRAINT "stock_count_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_count_status" CHECK (status IN ('open', 'recount', 'review', 'posted', 'cancelled')),
    CONSTRAINT "stock_count_mode" CHECK (mode = 'live' OR (mode = 'freeze' AND frozen_at IS NOT NULL))
);
CREATE UNIQUE INDEX "stock_count_number_key" ON "stock_count"("number");
CREATE INDEX "stock_count_location_id_status_idx" ON "stock_count"("location_id", "status");
CREATE INDEX "stock_count_status_created_at_idx" ON "stock_count"("status", "created_at");
-- What pickers could not find at a place is gathered in one count, until it is closed.
CREATE UNIQUE INDEX "stock_count_of_short_picks" ON "stock_count"("location_id") WHERE source = 'short_pick' AND status = 'open';

CREATE TABLE "stock_count_line" (
    "id" UUID NOT NULL,
    "count_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "planned" BOOLEAN NOT NULL DEFAULT true,
    "round" INTEGER NOT NULL DEFAULT 1,
    "none_found_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "expected_milli" BIGINT,
    "counted_milli" BIGINT,

    CONSTRAINT "stock_count_line_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_count_line_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "stock_count"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "stock_count_line_round" CHECK (round IN (1, 2))
);
CREATE UNIQUE INDEX "stock_count_line_count_id_variant_id_key" ON "stock_count_line"("count_id", "variant_id");

CREATE TABLE "stock_count_scan" (
    "id" UUID NOT NULL,
    "count_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "person_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "device_id" UUID,
    "scanned_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_count_scan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_count_scan_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "stock_count"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "stock_count_scan_count_id_variant_id_round_idx" ON "stock_count_scan"("count_id", "variant_id", "round");

CREATE TABLE "stock_adjustment" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "moves" JSONB NOT NULL,
    "location_ids" UUID[],
    "units_milli" BIGINT NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "requested_by_id" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "decided_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "stock_adjustment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_adjustment_status" CHECK (status IN ('waiting', 'applied', 'refused', 'undone'))
);
CREATE INDEX "stock_adjustment_status_created_at_idx" ON "stock_adjustment"("status", "created_at");
