-- A promotion is more than a percentage off one collection: its definition is the engine's own shape.
ALTER TABLE "promotion" ADD COLUMN "definition" JSONB;

UPDATE "promotion" SET "definition" = jsonb_build_object(
  'lane', 'item', 'priority', 0, 'channelCodes', to_jsonb("channel_codes"), 'conditions', '[]'::jsonb,
  'reward', jsonb_build_object(
    'kind', 'lines', 'per', 'unit',
    'on', jsonb_build_object('collectionIds', jsonb_build_array("collection_id")),
    'discount', jsonb_build_object('percentBasisPoints', "percent_basis_points")));

ALTER TABLE "promotion" ALTER COLUMN "definition" SET NOT NULL,
  DROP COLUMN "kind", DROP COLUMN "percent_basis_points", DROP COLUMN "collection_id", DROP COLUMN "channel_codes";
