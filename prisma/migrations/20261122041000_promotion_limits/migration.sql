-- Limits of promotions: a row for each use, counters that are guarded by one statement, and single-use codes in batches.
CREATE TABLE "promotion_use" (
  "id" UUID NOT NULL PRIMARY KEY,
  "promotion_id" UUID NOT NULL,
  "order_id" UUID NOT NULL,
  "code" TEXT,
  "customer" TEXT,
  "amount_minor" BIGINT NOT NULL CHECK ("amount_minor" >= 0),
  "used_at" TIMESTAMPTZ(3) NOT NULL,
  "released_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "promotion_use_order_id_promotion_id_key" ON "promotion_use" ("order_id", "promotion_id");
CREATE INDEX "promotion_use_promotion_id_used_at_idx" ON "promotion_use" ("promotion_id", "used_at");

CREATE TABLE "promotion_counter" (
  "promotion_id" UUID NOT NULL,
  "scope" TEXT NOT NULL CHECK ("scope" IN ('all', 'customer', 'code')),
  "key" TEXT NOT NULL,
  "uses" BIGINT NOT NULL CHECK ("uses" >= 0),
  "spent_minor" BIGINT NOT NULL CHECK ("spent_minor" >= 0),
  "most_uses" BIGINT,
  "most_minor" BIGINT,
  PRIMARY KEY ("promotion_id", "scope", "key")
);

CREATE TABLE "coupon_batch" (
  "id" UUID NOT NULL PRIMARY KEY,
  "promotion_id" UUID NOT NULL,
  "prefix" TEXT NOT NULL,
  "origin" TEXT NOT NULL CHECK ("origin" IN ('made', 'sent_in')),
  "size" INTEGER NOT NULL CHECK ("size" > 0),
  "made_by" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "coupon_batch_promotion_id_idx" ON "coupon_batch" ("promotion_id");

CREATE TABLE "coupon_code" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "shown" TEXT NOT NULL,
  "promotion_id" UUID NOT NULL,
  "batch_id" UUID NOT NULL,
  "used_by_order" UUID,
  "used_at" TIMESTAMPTZ(3)
);
CREATE INDEX "coupon_code_batch_id_idx" ON "coupon_code" ("batch_id");
