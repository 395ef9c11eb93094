-- How the promotions of a market's lanes get on, by release: a past quote is made again with the lanes of then.
CREATE TABLE "market_lanes" (
    "market_code" TEXT NOT NULL,
    "from_release" INTEGER NOT NULL,
    "to_release" INTEGER,
    "item" TEXT NOT NULL CHECK ("item" IN ('best_deal', 'stacking')),
    "basket" TEXT NOT NULL CHECK ("basket" IN ('best_deal', 'stacking')),
    "shipping" TEXT NOT NULL CHECK ("shipping" IN ('best_deal', 'stacking')),
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "market_lanes_pkey" PRIMARY KEY ("market_code", "from_release")
);

CREATE UNIQUE INDEX market_lanes_open ON "market_lanes" (market_code) WHERE to_release IS NULL;
