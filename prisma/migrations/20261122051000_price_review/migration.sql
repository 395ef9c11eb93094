-- A publish of prices is looked at like a change of code (B-03): clashes, a second person, a replay, and what came of it.

-- What the author said to have seen of another's price; without it, what was live when the draft began counts.
ALTER TABLE "price_draft_change" ADD COLUMN "has_seen" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "seen_minor" BIGINT;

CREATE TABLE "price_approval_rule" (
    "market_code" TEXT NOT NULL,
    "max_changes" INTEGER,
    "below_cost" BOOLEAN NOT NULL,
    "below_floor" BOOLEAN NOT NULL,
    "margin_fall_basis_points" INTEGER,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_approval_rule_pkey" PRIMARY KEY ("market_code")
);

CREATE TABLE "price_approval" (
    "id" UUID NOT NULL,
    "market_code" TEXT NOT NULL,
    "drafts_key" TEXT NOT NULL,
    "drafts" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "changes" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "price_approval_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "price_approval_market_code_asked_at_idx" ON "price_approval"("market_code", "asked_at");
-- One open question about the same drafts.
CREATE UNIQUE INDEX price_approval_waiting ON "price_approval" (market_code, drafts_key) WHERE status = 'waiting';

CREATE TABLE "price_floor" (
    "market_code" TEXT NOT NULL,
    "variant_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "price_floor_pkey" PRIMARY KEY ("market_code", "variant_id")
);

CREATE TABLE "price_prediction" (
    "id" UUID NOT NULL,
    "market_code" TEXT NOT NULL,
    "drafts_key" TEXT NOT NULL,
    "drafts" JSONB NOT NULL,
    "release" INTEGER NOT NULL,
    "prediction" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "price_prediction_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "price_prediction_market_code_drafts_key_key" ON "price_prediction"("market_code", "drafts_key");
CREATE INDEX "price_prediction_drafts_idx" ON "price_prediction" USING GIN ("drafts" jsonb_path_ops);

CREATE TABLE "draft_replay" (
    "id" UUID NOT NULL,
    "market_code" TEXT NOT NULL,
    "drafts_key" TEXT NOT NULL,
    "weeks" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "prediction" JSONB,
    "failure" TEXT NOT NULL DEFAULT '',
    "asked_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "heard_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_replay_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "draft_replay_market_code_started_at_idx" ON "draft_replay"("market_code", "started_at");
