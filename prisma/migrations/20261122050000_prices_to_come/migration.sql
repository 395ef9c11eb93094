-- Prices that are published and not asked yet: part of the book from the release that scheduled them on, so that a till
-- without a network turns at its moment too. A local time is one on each store's clock, with the market's for who has none.
ALTER TABLE "price_book_version"
  ADD COLUMN "goes_live_local" TEXT,
  ADD COLUMN "goes_live_zone" TEXT;

CREATE TABLE "price_coming" (
  "version_id" UUID NOT NULL,
  "book_id" UUID NOT NULL,
  "variant_id" UUID NOT NULL,
  "from_milli" INTEGER NOT NULL DEFAULT 0,
  "amount_minor" BIGINT,
  "is_derived" BOOLEAN NOT NULL DEFAULT false,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "starts_local" TEXT,
  "time_zone" TEXT,
  "from_release" INTEGER NOT NULL,
  "to_release" INTEGER,
  CONSTRAINT "price_coming_pkey" PRIMARY KEY ("version_id", "book_id", "variant_id", "from_milli", "is_derived", "from_release")
);
CREATE INDEX "price_coming_book_id_to_release_idx" ON "price_coming" ("book_id", "to_release");
