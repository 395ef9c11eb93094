-- A promotion can be edited and paused: the row says how it is since a release, and what it was in releases of the past stays.
ALTER TABLE "promotion" ADD COLUMN "is_paused" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "promotion_former" (
  "promotion_id" UUID NOT NULL,
  "from_release" INTEGER NOT NULL,
  "to_release" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "definition" JSONB NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "is_paused" BOOLEAN NOT NULL,
  CONSTRAINT "promotion_former_pkey" PRIMARY KEY ("promotion_id", "to_release")
);
