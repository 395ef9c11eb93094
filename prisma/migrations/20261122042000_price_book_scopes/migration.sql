-- A price book says for whom and where it is, and may derive its prices from another book or the cost.
ALTER TABLE "price_book"
  ADD COLUMN "customer_id" UUID,
  ADD COLUMN "customer_group" TEXT,
  ADD COLUMN "price_zone" TEXT,
  ADD COLUMN "region" TEXT,
  ADD COLUMN "is_event" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "formula" JSONB,
  ADD COLUMN "base_book_id" UUID,
  ADD COLUMN "base_version_id" UUID;

-- What its settings were in releases of the past: those quote as they did.
CREATE TABLE "price_book_former" (
  "book_id" UUID NOT NULL,
  "from_release" INTEGER NOT NULL,
  "to_release" INTEGER NOT NULL,
  "settings" JSONB NOT NULL,
  CONSTRAINT "price_book_former_pkey" PRIMARY KEY ("book_id", "to_release")
);

-- A price from a quantity on; what stood there is the price of any quantity.
ALTER TABLE "price"
  ADD COLUMN "from_milli" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "is_derived" BOOLEAN NOT NULL DEFAULT false,
  DROP CONSTRAINT "price_pkey",
  ADD CONSTRAINT "price_pkey" PRIMARY KEY ("book_id", "variant_id", "from_milli", "from_release");
DROP INDEX "price_live";
CREATE UNIQUE INDEX "price_live" ON "price" (book_id, variant_id, from_milli) WHERE to_release IS NULL;
ALTER TABLE "price_draft_change"
  ADD COLUMN "from_milli" INTEGER NOT NULL DEFAULT 0,
  DROP CONSTRAINT "price_draft_change_pkey",
  ADD CONSTRAINT "price_draft_change_pkey" PRIMARY KEY ("version_id", "variant_id", "from_milli");

-- What a scope can name.
ALTER TABLE "location" ADD COLUMN "price_zone" TEXT, ADD COLUMN "region" TEXT;
ALTER TABLE "customer" ADD COLUMN "groups" TEXT[] DEFAULT ARRAY[]::TEXT[];
