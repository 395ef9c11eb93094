-- What a bundle or a kit is made of, by piece of it. The components are goods of their own.
CREATE TABLE bundle_component (
  bundle_id      UUID NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
  variant_id     UUID NOT NULL REFERENCES variant (id) ON DELETE RESTRICT,
  quantity_milli BIGINT NOT NULL CONSTRAINT bundle_component_quantity CHECK (quantity_milli > 0),
  position       INTEGER NOT NULL,
  changed_at     TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (bundle_id, variant_id),
  CONSTRAINT bundle_component_other CHECK (bundle_id <> variant_id)
);
CREATE INDEX bundle_component_variant_id_idx ON bundle_component (variant_id);

-- A line of a bundle keeps units of each of its components.
ALTER TABLE reservation
  ADD COLUMN bundle_id UUID,
  ADD COLUMN per_bundle_milli BIGINT NOT NULL DEFAULT 1000;
CREATE UNIQUE INDEX reservation_order_line_id_location_id_variant_id_key ON reservation (order_line_id, location_id, variant_id);
DROP INDEX reservation_order_line_id_location_id_key;

ALTER TABLE stock_hold
  ADD COLUMN bundle_id UUID,
  ADD COLUMN per_bundle_milli BIGINT NOT NULL DEFAULT 1000,
  ADD COLUMN bundle_parts INTEGER NOT NULL DEFAULT 1,
  DROP CONSTRAINT stock_hold_pkey,
  ADD PRIMARY KEY (id, line_id, location_id, variant_id);

-- What the bundles of an order or a sale were made of then, whatever their recipe is now.
CREATE TABLE sold_recipe (
  order_id       UUID NOT NULL,
  bundle_id      UUID NOT NULL,
  variant_id     UUID NOT NULL,
  quantity_milli BIGINT NOT NULL,
  position       INTEGER NOT NULL,
  PRIMARY KEY (order_id, bundle_id, variant_id)
);
