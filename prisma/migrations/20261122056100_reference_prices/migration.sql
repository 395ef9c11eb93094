-- What others ask for the same goods, and the least that their maker lets them be advertised at (map).
CREATE TABLE "reference_price" (
  "market_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('map', 'competitor', 'marketplace')),
  "source" TEXT NOT NULL,
  "variant_id" UUID NOT NULL,
  "amount_minor" BIGINT NOT NULL CHECK ("amount_minor" > 0),
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("market_code", "kind", "source", "variant_id")
);
CREATE INDEX "reference_price_variant_id_idx" ON "reference_price" ("variant_id");
