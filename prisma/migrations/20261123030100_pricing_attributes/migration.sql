-- Promotions ask for attributes: brand, department, category, what the product says of itself, and a variant's options. The
-- facts hold them by revision, as they hold collections. Facts of before say nothing of them: quotes of then knew none.
ALTER TABLE "variant_pricing_fact" ADD COLUMN "attributes" JSONB;

-- Contents of what is sold, for the price of a kilogram or a litre: thousandths of the unit.
ALTER TABLE "variant"
  ADD COLUMN "contents_milli" BIGINT CHECK ("contents_milli" > 0),
  ADD COLUMN "contents_unit" TEXT CHECK ("contents_unit" IN ('g', 'kg', 'ml', 'l', 'm', 'm2', 'piece')),
  ADD CONSTRAINT "variant_contents_whole" CHECK (("contents_milli" IS NULL) = ("contents_unit" IS NULL));

-- Null where there are none. The columns of the product own their names; an option of the variant is the closest.
CREATE FUNCTION attributes_of_variant(p product, v variant) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT nullif(jsonb_strip_nulls(
    CASE WHEN jsonb_typeof(p.attributes) = 'object' THEN p.attributes ELSE '{}'::jsonb END
    || jsonb_build_object('brand', nullif(p.brand, ''), 'department', nullif(p.department, ''), 'category', nullif(p.category, ''))
    || coalesce((SELECT jsonb_object_agg(o.name, o.value) FROM unnest(p.option_names, v.option_values) AS o (name, value) WHERE o.name <> '' AND o.value <> ''), '{}'::jsonb)
  ), '{}'::jsonb)
$$;

CREATE OR REPLACE FUNCTION keep_pricing_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  next_revision integer;
  closed integer;
  opened integer;
BEGIN
  SELECT last + 1 INTO next_revision FROM pricing_facts_revision FOR UPDATE;

  UPDATE variant_pricing_fact f SET to_revision = next_revision
  WHERE f.variant_id = ANY (changed) AND f.to_revision IS NULL AND NOT EXISTS (
    SELECT FROM variant v JOIN product p ON p.id = v.product_id
    WHERE v.id = f.variant_id AND p.tax_class = f.tax_class AND collections_of_product(p.id) = f.collection_ids
      AND attributes_of_variant(p, v) IS NOT DISTINCT FROM f.attributes);
  GET DIAGNOSTICS closed = ROW_COUNT;

  INSERT INTO variant_pricing_fact (variant_id, from_revision, tax_class, collection_ids, attributes)
  SELECT v.id, next_revision, p.tax_class, collections_of_product(p.id), attributes_of_variant(p, v) FROM variant v JOIN product p ON p.id = v.product_id
  WHERE v.id = ANY (changed) AND NOT EXISTS (SELECT FROM variant_pricing_fact f WHERE f.variant_id = v.id AND f.to_revision IS NULL);
  GET DIAGNOSTICS opened = ROW_COUNT;

  IF closed + opened > 0 THEN UPDATE pricing_facts_revision SET last = next_revision; END IF;
END $$;

CREATE OR REPLACE FUNCTION pricing_facts_of_products() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[] := ARRAY(
    SELECT v.id FROM after a JOIN before b USING (id) JOIN variant v ON v.product_id = a.id
    WHERE (a.tax_class, a.brand, a.department, a.category, a.attributes, a.option_names) IS DISTINCT FROM (b.tax_class, b.brand, b.department, b.category, b.attributes, b.option_names));
BEGIN
  IF cardinality(changed) > 0 THEN PERFORM keep_pricing_facts(changed); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION pricing_facts_of_options() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[] := ARRAY(SELECT a.id FROM after a JOIN before b USING (id) WHERE a.option_values IS DISTINCT FROM b.option_values);
BEGIN
  IF cardinality(changed) > 0 THEN PERFORM keep_pricing_facts(changed); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_pricing_facts_updated AFTER UPDATE ON "variant" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION pricing_facts_of_options();

-- What is in the catalogue has its attributes from a revision of its own on.
SELECT keep_pricing_facts(ARRAY(SELECT id FROM variant)) WHERE EXISTS (SELECT FROM variant);
