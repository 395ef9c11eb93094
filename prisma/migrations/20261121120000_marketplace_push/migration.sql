-- One worker at a time pushes a listing, and the one with the fewest units goes first.
ALTER TABLE "listing" ADD COLUMN "wanted_units" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "leased_until" TIMESTAMPTZ(3);
CREATE INDEX listing_waiting ON "listing" (channel_code, wanted_units) WHERE wanted_version > pushed_version;

CREATE TABLE "marketplace_bucket" (
    "account" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "marketplace_bucket_pkey" PRIMARY KEY ("account","operation")
);

CREATE TABLE "marketplace_sweep" (
    "channel_code" TEXT NOT NULL,
    "seen_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "marketplace_sweep_pkey" PRIMARY KEY ("channel_code")
);
