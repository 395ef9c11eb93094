-- A checkout holds units: for whom, how often it was made longer, and how much one visitor holds in all.
ALTER TABLE "stock_hold" ADD COLUMN "client" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "extended" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "stock_hold_client_idx" ON "stock_hold"("client");

-- How long a shop keeps units for a checkout, how often the shopper may ask for longer, and what becomes of an order of which not all is there.
ALTER TABLE "channel" ADD COLUMN "hold_seconds_anonymous" INTEGER NOT NULL DEFAULT 600,
  ADD COLUMN "hold_seconds_known" INTEGER NOT NULL DEFAULT 900,
  ADD COLUMN "hold_extensions" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "order_mode" TEXT NOT NULL DEFAULT 'all',
  ADD CONSTRAINT "channel_hold_seconds" CHECK (hold_seconds_anonymous BETWEEN 60 AND 1800 AND hold_seconds_known BETWEEN 60 AND 1800),
  ADD CONSTRAINT "channel_hold_extensions" CHECK (hold_extensions BETWEEN 0 AND 10),
  ADD CONSTRAINT "channel_order_mode" CHECK (order_mode IN ('all', 'part', 'split'));
