-- What each place last took (B-04): a till says which price book it holds, a marketplace is asked what it shows.
CREATE TABLE "till_book" (
    "register_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "book_version" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "till_book_pkey" PRIMARY KEY ("register_id")
);

ALTER TABLE "listing"
  ADD COLUMN "shown_price_minor" BIGINT,
  ADD COLUMN "shown_price_currency" TEXT,
  ADD COLUMN "price_read_at" TIMESTAMPTZ(3),
  ADD COLUMN "price_failure" TEXT;
CREATE INDEX "listing_channel_code_price_read_at_idx" ON "listing"("channel_code", "price_read_at");
