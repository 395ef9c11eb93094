-- What a quantity of 1000 of the line was when it was sold: a product's unit may change later, what was sold does not.
ALTER TABLE order_line ADD COLUMN unit TEXT NOT NULL DEFAULT 'piece' CONSTRAINT order_line_unit CHECK (unit IN ('piece', 'kg', 'g', 'l', 'ml', 'm'));
