-- What the provider is asked, kept so that the very same question can be asked again after a crash.
ALTER TABLE "payment" ADD COLUMN "request" JSONB;
