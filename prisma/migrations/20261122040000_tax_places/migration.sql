-- A rate may be for a part of its country and for one of several authorities. What is null is not narrowed: old rows stay
-- the rate of their whole country.
ALTER TABLE "tax_rate"
  ADD COLUMN "region" TEXT,
  ADD COLUMN "postcodes" JSONB,
  ADD COLUMN "layer" TEXT,
  ADD COLUMN "rate_ppm" INTEGER,
  ADD COLUMN "is_compound" BOOLEAN;
