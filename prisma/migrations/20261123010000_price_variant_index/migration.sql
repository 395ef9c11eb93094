-- The primary key finds the prices of a variant book by book, and a market has few books; each publish wrote two entries a
-- changed price into this index.
DROP INDEX "price_variant_id_idx";
