-- Who changed a cell of a draft last, also where it was taken back: what another editor has not seen is neither
-- overwritten nor missed. And who has a market's sheet open.
CREATE TABLE "price_draft_edit" (
  "book_id" UUID NOT NULL,
  "variant_id" UUID NOT NULL,
  "from_milli" INTEGER NOT NULL DEFAULT 0,
  "version_id" UUID NOT NULL,
  "revision" INTEGER NOT NULL,
  "changed_by" TEXT NOT NULL,
  "editor_id" UUID,
  "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("book_id", "variant_id", "from_milli")
);
CREATE INDEX "price_draft_edit_version_id_revision_idx" ON "price_draft_edit" ("version_id", "revision");

CREATE TABLE "price_sheet_editor" (
  "market_code" TEXT NOT NULL,
  "editor_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("market_code", "editor_id")
);
