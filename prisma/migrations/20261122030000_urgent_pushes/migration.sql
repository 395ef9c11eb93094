-- What a sale changed is pushed before the opening stock of a whole catalogue.
ALTER TABLE "listing" ADD COLUMN "urgent" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX listing_waiting;
CREATE INDEX listing_waiting ON "listing" (channel_code, urgent DESC, wanted_units) WHERE wanted_version > pushed_version;
