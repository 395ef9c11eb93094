-- What pricing knows of a variant, as it was at each revision of the catalogue, so that a past quote can be made again
-- (ADR 21). The database keeps it by itself: whoever changes a tax class or a collection cannot forget it.
CREATE TABLE "variant_pricing_fact" (
    "variant_id" UUID NOT NULL,
    "from_revision" INTEGER NOT NULL,
    "to_revision" INTEGER,
    "tax_class" TEXT NOT NULL,
    "collection_ids" TEXT[],

    CONSTRAINT "variant_pricing_fact_pkey" PRIMARY KEY ("variant_id", "from_revision")
);

CREATE TABLE "pricing_facts_revision" (
    "only" BOOLEAN NOT NULL DEFAULT true CHECK ("only"),
    "last" INTEGER NOT NULL,

    CONSTRAINT "pricing_facts_revision_pkey" PRIMARY KEY ("only")
);

CREATE FUNCTION collections_of_product(product uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT c.collection_id::text FROM collection_product c WHERE c.product_id = product ORDER BY 1)
$$;

INSERT INTO variant_pricing_fact (variant_id, from_revision, tax_class, collection_ids)
SELECT v.id, 1, p.tax_class, collections_of_product(p.id)
FROM variant v JOIN product p ON p.id = v.product_id;
INSERT INTO pricing_facts_revision (last) VALUES (1);

CREATE UNIQUE INDEX variant_pricing_fact_open ON "variant_pricing_fact" (variant_id) WHERE to_revision IS NULL;

-- Closes the rows that no longer hold and opens the new ones, under one new revision. The counter's row is taken before
-- anything is compared: writers queue there until they commit, so each sees what the one before it left.
CREATE FUNCTION keep_pricing_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  next_revision integer;
  closed integer;
  opened integer;
BEGIN
  SELECT last + 1 INTO next_revision FROM pricing_facts_revision FOR UPDATE;

  UPDATE variant_pricing_fact f SET to_revision = next_revision
  WHERE f.variant_id = ANY (changed) AND f.to_revision IS NULL AND NOT EXISTS (
    SELECT FROM variant v JOIN product p ON p.id = v.product_id
    WHERE v.id = f.variant_id AND p.tax_class = f.tax_class AND collections_of_product(p.id) = f.collection_ids);
  GET DIAGNOSTICS closed = ROW_COUNT;

  INSERT INTO variant_pricing_fact (variant_id, from_revision, tax_class, collection_ids)
  SELECT v.id, next_revision, p.tax_class, collections_of_product(p.id) FROM variant v JOIN product p ON p.id = v.product_id
  WHERE v.id = ANY (changed) AND NOT EXISTS (SELECT FROM variant_pricing_fact f WHERE f.variant_id = v.id AND f.to_revision IS NULL);
  GET DIAGNOSTICS opened = ROW_COUNT;

  IF closed + opened > 0 THEN UPDATE pricing_facts_revision SET last = next_revision; END IF;
END $$;

CREATE FUNCTION pricing_facts_of_variants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed) THEN PERFORM keep_pricing_facts(ARRAY(SELECT id FROM changed)); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_pricing_facts_inserted AFTER INSERT ON "variant" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION pricing_facts_of_variants();
CREATE TRIGGER variant_pricing_facts_deleted AFTER DELETE ON "variant" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION pricing_facts_of_variants();

CREATE FUNCTION pricing_facts_of_products() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[] := ARRAY(SELECT v.id FROM after a JOIN before b USING (id) JOIN variant v ON v.product_id = a.id WHERE a.tax_class <> b.tax_class);
BEGIN
  IF cardinality(changed) > 0 THEN PERFORM keep_pricing_facts(changed); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_pricing_facts AFTER UPDATE ON "product" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION pricing_facts_of_products();

CREATE FUNCTION pricing_facts_of_memberships() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  variants uuid[] := ARRAY(SELECT v.id FROM variant v WHERE v.product_id IN (SELECT product_id FROM changed));
BEGIN
  IF cardinality(variants) > 0 THEN PERFORM keep_pricing_facts(variants); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER collection_pricing_facts_inserted AFTER INSERT ON "collection_product" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION pricing_facts_of_memberships();
CREATE TRIGGER collection_pricing_facts_deleted AFTER DELETE ON "collection_product" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION pricing_facts_of_memberships();
