-- What a channel sees of the shelf: how much of each place, what is withheld, and when it opens again after it showed none.
ALTER TABLE "channel" ADD COLUMN "buffer_kind" TEXT NOT NULL DEFAULT 'percent',
  ADD COLUMN "buffer_units" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "buffer_target_basis_points" INTEGER NOT NULL DEFAULT 100,
  ADD COLUMN "latency_seconds" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "reopen_at_units" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "pool_version" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT channel_buffer_kind CHECK (buffer_kind IN ('percent', 'units', 'tuned')),
  ADD CONSTRAINT channel_buffer CHECK (buffer_basis_points BETWEEN 0 AND 10000 AND buffer_units >= 0 AND buffer_target_basis_points BETWEEN 1 AND 10000),
  ADD CONSTRAINT channel_latency CHECK (latency_seconds >= 0 AND reopen_at_units >= 1);
-- Amazon shows a number minutes after it took it (DOMAIN.md §9).
UPDATE "channel" SET latency_seconds = 300 WHERE kind = 'marketplace' AND fulfilled_by = 'merchant';

ALTER TABLE "channel_location" ADD COLUMN "share_basis_points" INTEGER NOT NULL DEFAULT 10000,
  ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT channel_location_share CHECK (share_basis_points BETWEEN 0 AND 10000);

-- Of one listing never more than its cap; the hours that its units last say who is pushed first.
ALTER TABLE "listing" ADD COLUMN "cap_units" INTEGER,
  ADD COLUMN "sold_milli" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "cover_hours" INTEGER NOT NULL DEFAULT 1000000,
  ADD CONSTRAINT listing_cap CHECK (cap_units >= 0);
DROP INDEX IF EXISTS "listing_waiting";
CREATE INDEX "listing_waiting" ON "listing" (channel_code, urgent DESC, cover_hours, wanted_units, id) WHERE wanted_version > pushed_version;
