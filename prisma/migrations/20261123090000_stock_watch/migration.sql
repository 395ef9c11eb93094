-- What a level shows and its movements, holds or reservations do not explain. One open row for each thing that is wrong.
CREATE TABLE "stock_breach" (
    "id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "shown_milli" BIGINT NOT NULL,
    "explained_milli" BIGINT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "stock_breach_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_breach_ended" CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX "stock_breach_open" ON "stock_breach"("variant_id", "location_id", "rule", "bucket") WHERE ended_at IS NULL;
CREATE INDEX "stock_breach_found_at_idx" ON "stock_breach"("found_at");

-- How far the watch has looked: one row, held by the worker that looks.
CREATE TABLE "stock_watch" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "moved_until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "round_variant_id" UUID,
    "round_location_id" UUID,
    "round_began_at" TIMESTAMPTZ(3),
    "round_levels" INTEGER NOT NULL DEFAULT 0,
    "last_round_ended_at" TIMESTAMPTZ(3),
    "last_round_levels" INTEGER NOT NULL DEFAULT 0,
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_watch_pkey" PRIMARY KEY ("only"),
    CONSTRAINT "stock_watch_only" CHECK ("only")
);
INSERT INTO "stock_watch" DEFAULT VALUES;
