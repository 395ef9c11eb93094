-- The right of a register to sell units of its location, also while it is cut off (DOMAIN.md §13). outstanding_milli lies in stock_level.allotted_milli.
CREATE TABLE "register_grant" (
    "register_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "ceiling_milli" BIGINT NOT NULL,
    "used_milli" BIGINT NOT NULL DEFAULT 0,
    "outstanding_milli" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "register_grant_pkey" PRIMARY KEY ("register_id", "variant_id"),
    CONSTRAINT "register_grant_outstanding" CHECK (outstanding_milli >= 0 AND used_milli >= 0 AND ceiling_milli >= 0),
    CONSTRAINT "register_grant_state" CHECK (state IN ('active', 'ended'))
);
CREATE INDEX "register_grant_expires_at_idx" ON "register_grant"("expires_at");
CREATE INDEX "register_grant_variant_id_location_id_idx" ON "register_grant"("variant_id", "location_id");
-- What the lanes of a location sell: the size of its registers' grants.
CREATE TABLE "lane_demand" (
    "location_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "sold_milli" BIGINT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lane_demand_pkey" PRIMARY KEY ("location_id", "variant_id")
);
