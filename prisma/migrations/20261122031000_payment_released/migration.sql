-- When the provider was told to hold nothing any more. Declined cards without it are still to be told.
ALTER TABLE "payment" ADD COLUMN "released_at" TIMESTAMPTZ(3);
CREATE INDEX payment_unreleased ON "payment" (updated_at) WHERE status = 'failed' AND authorised_minor = 0 AND released_at IS NULL;
