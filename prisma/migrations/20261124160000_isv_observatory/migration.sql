-- Samples of ISV by place as well, rolled up by day when they are old; what each sample came to as a whole; when it alarms.
ALTER TABLE "isv_sample" ADD COLUMN "location_id" UUID,
  ADD COLUMN "counted_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "shrunk_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "variance_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "sample_count" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "is_day" BOOLEAN NOT NULL DEFAULT false;
UPDATE "isv_sample" SET "variance_milli" = abs("lag_milli" + "failed_push_milli" + "buffer_milli" + "miscount_milli" + "shrink_milli");

CREATE TABLE "isv_reading" (
  "id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "channel_code" TEXT NOT NULL,
  "location_id" UUID,
  "sample_count" INTEGER NOT NULL DEFAULT 1,
  "is_day" BOOLEAN NOT NULL DEFAULT false,
  "listing_count" INTEGER NOT NULL,
  "differing_count" INTEGER NOT NULL,
  "unbounded_count" INTEGER NOT NULL,
  "shown_milli" BIGINT NOT NULL,
  "physical_milli" BIGINT NOT NULL,
  "variance_milli" BIGINT NOT NULL,
  "lag_milli" BIGINT NOT NULL,
  "failed_push_milli" BIGINT NOT NULL,
  "buffer_milli" BIGINT NOT NULL,
  "miscount_milli" BIGINT NOT NULL,
  "shrink_milli" BIGINT NOT NULL,
  CONSTRAINT "isv_reading_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "isv_reading_parts" CHECK ("variance_milli" = "lag_milli" + "failed_push_milli" + "buffer_milli" + "miscount_milli" + "shrink_milli")
);
CREATE INDEX "isv_reading_at_idx" ON "isv_reading" ("at");

CREATE TABLE "isv_alarm_rule" (
  "only" BOOLEAN NOT NULL DEFAULT true,
  "above_basis_points" INTEGER NOT NULL DEFAULT 1000,
  "lag_seconds" INTEGER NOT NULL DEFAULT 180,
  "cancel_basis_points" INTEGER NOT NULL DEFAULT 200,
  CONSTRAINT "isv_alarm_rule_pkey" PRIMARY KEY ("only"),
  CONSTRAINT "isv_alarm_rule_only" CHECK ("only")
);
INSERT INTO "isv_alarm_rule" DEFAULT VALUES;
