-- How long a number takes from the change to the marketplace's answer, and what each answer was; kept for days.
ALTER TABLE "listing" ADD COLUMN "wished_at" TIMESTAMPTZ(3);
UPDATE "listing" SET "wished_at" = now() WHERE "wanted_version" > "pushed_version";

CREATE TABLE "listing_push" (
  "id" UUID NOT NULL,
  "channel_code" TEXT NOT NULL,
  "variant_id" UUID NOT NULL,
  "version" BIGINT NOT NULL,
  "units" INTEGER,
  "failure" TEXT,
  "urgent" BOOLEAN NOT NULL,
  "wished_at" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "listing_push_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "listing_push_answered_at_idx" ON "listing_push" ("answered_at");
CREATE INDEX "listing_push_variant_id_answered_at_idx" ON "listing_push" ("variant_id", "answered_at");
