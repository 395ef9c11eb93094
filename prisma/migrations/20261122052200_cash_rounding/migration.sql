-- What is paid in cash is a multiple of this in the market; null: as its currency's coins are.
ALTER TABLE "market" ADD COLUMN "cash_step_minor" INTEGER CHECK (cash_step_minor > 0);
-- What stayed in the drawer or left it beyond what was sold or returned.
ALTER TABLE "till_sale" ADD COLUMN "rounding_minor" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "refund" ADD COLUMN "rounding_minor" BIGINT NOT NULL DEFAULT 0;
