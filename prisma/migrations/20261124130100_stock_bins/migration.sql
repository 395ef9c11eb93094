-- Where things stand in a location: a place with a code and a turn in the walk. It holds no quantity; the level does.
CREATE TABLE stock_bin (
  id UUID PRIMARY KEY,
  location_id UUID NOT NULL,
  code TEXT NOT NULL,
  aisle TEXT NOT NULL,
  walk INTEGER NOT NULL,
  CONSTRAINT stock_bin_walk CHECK (walk >= 0)
);
CREATE UNIQUE INDEX stock_bin_location_id_code_key ON stock_bin (location_id, code);
CREATE TABLE bin_place (
  variant_id UUID NOT NULL,
  bin_id UUID NOT NULL REFERENCES stock_bin (id) ON DELETE CASCADE ON UPDATE CASCADE,
  location_id UUID NOT NULL,
  is_home BOOLEAN NOT NULL DEFAULT true,
  most_milli BIGINT,
  PRIMARY KEY (variant_id, bin_id),
  CONSTRAINT bin_place_most CHECK (most_milli > 0)
);
CREATE UNIQUE INDEX bin_place_home ON bin_place (variant_id, location_id) WHERE is_home;
CREATE INDEX bin_place_bin_id_idx ON bin_place (bin_id);
CREATE INDEX bin_place_location_id_idx ON bin_place (location_id);
