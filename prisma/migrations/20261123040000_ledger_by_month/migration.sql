-- The ledger by month (docs/adr/0033). An operation is applied once: that stands in a table of its own, because a unique
-- index of a partitioned table cannot hold the operation without its month.
CREATE TABLE "stock_operation" (
    "operation_id" UUID NOT NULL,
    "entries" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_operation_pkey" PRIMARY KEY ("operation_id"),
    CONSTRAINT "stock_operation_entries" CHECK (entries > 0)
);
INSERT INTO "stock_operation" (operation_id, entries, recorded_at)
  SELECT operation_id, count(*), min(recorded_at) FROM "stock_movement" GROUP BY operation_id;

ALTER TABLE "stock_movement" RENAME TO "stock_movement_before";
CREATE TABLE "stock_movement" (LIKE "stock_movement_before" INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE ("recorded_at");
-- Takes what no month is made for, so that a sale never fails for it. It should be empty: the worker moves what is here into
-- its month, and Today says how much is left.
CREATE TABLE "stock_movement_default" PARTITION OF "stock_movement" DEFAULT;

-- Makes the months' partitions that are missing, from one day's to another's, by UTC, and moves what waited in the default
-- partition into them. ATTACH lets writers go on: they only wait where the default partition has rows to move.
CREATE FUNCTION make_stock_movement_months(first_day date, last_day date) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  month date;
  partition text;
  lower_end timestamptz;
  upper_end timestamptz;
  made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('stock_movement months'));
  FOR month IN SELECT generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month')::date LOOP
    partition := 'stock_movement_' || to_char(month, 'YYYY_MM');
    CONTINUE WHEN to_regclass(quote_ident(partition)) IS NOT NULL;
    lower_end := month::timestamp AT TIME ZONE 'UTC';
    upper_end := (month + interval '1 month') AT TIME ZONE 'UTC';
    EXECUTE format('CREATE TABLE %I (LIKE stock_movement INCLUDING ALL)', partition);
    IF EXISTS (SELECT FROM stock_movement_default WHERE recorded_at >= lower_end AND recorded_at < upper_end) THEN
      LOCK TABLE stock_movement_default IN ACCESS EXCLUSIVE MODE;
      ALTER TABLE stock_movement_default DISABLE TRIGGER USER; -- the rows stay as they are, only their place changes
      EXECUTE format('WITH moved AS (DELETE FROM stock_movement_default WHERE recorded_at >= %L AND recorded_at < %L RETURNING *) INSERT INTO %I SELECT * FROM moved', lower_end, upper_end, partition);
      ALTER TABLE stock_movement_default ENABLE TRIGGER USER;
    END IF;
    EXECUTE format('ALTER TABLE stock_movement ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition, lower_end, upper_end);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;

SELECT make_stock_movement_months(
  least((SELECT min(recorded_at) FROM "stock_movement_before") AT TIME ZONE 'UTC', timestamp '2026-11-01')::date,
  greatest(now() AT TIME ZONE 'UTC', timestamp '2026-11-01')::date + 92);
INSERT INTO "stock_movement" SELECT * FROM "stock_movement_before" ORDER BY recorded_at;
DROP TABLE "stock_movement_before";

ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("variant_id", "recorded_at", "id");
CREATE INDEX "stock_movement_variant_id_location_id_recorded_at_idx" ON "stock_movement"("variant_id", "location_id", "recorded_at");
CREATE INDEX "stock_movement_cause_kind_cause_id_idx" ON "stock_movement"("cause_kind", "cause_id");
CREATE INDEX "stock_movement_location_id_occurred_at_idx" ON "stock_movement"("location_id", "occurred_at");
CREATE INDEX "stock_movement_recorded_at_idx" ON "stock_movement" USING brin ("recorded_at");
CREATE TRIGGER stock_movement_append_only BEFORE UPDATE OR DELETE ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a level was at an instant: the fold of all before it. Written for each month's beginning where something moved, and
-- each day where very much did, so that a level of any past instant is one such row and few movements.
CREATE TABLE "stock_checkpoint" (
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "taken_for" TIMESTAMPTZ(3) NOT NULL,
    "sellable_milli" BIGINT NOT NULL DEFAULT 0,
    "committed_milli" BIGINT NOT NULL DEFAULT 0,
    "allotted_milli" BIGINT NOT NULL DEFAULT 0,
    "safety_milli" BIGINT NOT NULL DEFAULT 0,
    "quality_control_milli" BIGINT NOT NULL DEFAULT 0,
    "damaged_milli" BIGINT NOT NULL DEFAULT 0,
    "refurbish_milli" BIGINT NOT NULL DEFAULT 0,
    "quarantine_milli" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "stock_checkpoint_pkey" PRIMARY KEY ("variant_id", "location_id", "taken_for")
);

-- Which instants are done; levels without a movement since their last checkpoint have none for them.
CREATE TABLE "stock_checkpoint_run" (
    "taken_for" TIMESTAMPTZ(3) NOT NULL,
    "levels" INTEGER NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_checkpoint_run_pkey" PRIMARY KEY ("taken_for")
);
