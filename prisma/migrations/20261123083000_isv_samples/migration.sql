-- Samples of ISV over time, with why: the parts sum to what is shown less what is there.
ALTER TABLE "isv_sample" ADD COLUMN "lag_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "failed_push_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "buffer_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "miscount_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "shrink_milli" BIGINT NOT NULL DEFAULT 0;
CREATE INDEX "isv_sample_variant_id_at_idx" ON "isv_sample" (variant_id, at);
