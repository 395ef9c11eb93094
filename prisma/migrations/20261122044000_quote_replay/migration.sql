-- Each night stored orders are priced again (B-02); what differs waits for a person.
CREATE TABLE "quote_replay" (
    "night" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "quotes" INTEGER NOT NULL DEFAULT 0,
    "differing" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quote_replay_pkey" PRIMARY KEY ("night")
);

CREATE TABLE "quote_difference" (
    "order_id" UUID NOT NULL,
    "order_number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "differences" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "quote_difference_pkey" PRIMARY KEY ("order_id")
);
CREATE INDEX "quote_difference_resolved_at_found_at_idx" ON "quote_difference"("resolved_at", "found_at");
