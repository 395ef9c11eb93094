-- How a product is kept: as itself or as its components, told apart by lot or serial or not at all, and in which unit.
ALTER TABLE variant
  ADD COLUMN kind TEXT NOT NULL DEFAULT 'stock' CONSTRAINT variant_kind CHECK (kind IN ('stock', 'bundle', 'kit')),
  ADD COLUMN tracked_by TEXT NOT NULL DEFAULT 'none' CONSTRAINT variant_tracked_by CHECK (tracked_by IN ('none', 'lot', 'serial')),
  ADD COLUMN unit TEXT NOT NULL DEFAULT 'piece' CONSTRAINT variant_unit CHECK (unit IN ('piece', 'kg', 'g', 'l', 'ml', 'm')),
  ADD COLUMN is_catch_weight BOOLEAN NOT NULL DEFAULT false;
