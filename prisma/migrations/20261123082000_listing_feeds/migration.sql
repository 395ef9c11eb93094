-- Many quantities in one feed. A listing that lies in a running feed is not patched, so no older number follows a newer one.
CREATE TABLE "listing_feed" (
    "id" UUID NOT NULL,
    "channel_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "external_id" TEXT,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "listing_feed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "listing_feed_status" CHECK (status IN ('gathering', 'sent', 'done', 'failed'))
);
CREATE UNIQUE INDEX "listing_feed_running" ON "listing_feed" (channel_code) WHERE status IN ('gathering', 'sent');
CREATE INDEX "listing_feed_channel_code_started_at_idx" ON "listing_feed"("channel_code", "started_at");

ALTER TABLE "listing" ADD COLUMN "feed_id" UUID,
  ADD COLUMN "feed_message" INTEGER,
  ADD COLUMN "feed_version" BIGINT,
  ADD COLUMN "feed_units" INTEGER;
CREATE INDEX "listing_in_feed" ON "listing" (feed_id) WHERE feed_id IS NOT NULL;
