-- Per which quantity the price of a unit is shown: a kilogram or litre, or a hundredth of it for small contents.
ALTER TABLE "market" ADD COLUMN "unit_price_rule" TEXT NOT NULL DEFAULT 'whole' CHECK ("unit_price_rule" IN ('whole', 'hundred_when_small'));
