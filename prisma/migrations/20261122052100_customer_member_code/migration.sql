-- A customer is found at a till by a part of the name, by telephone, and by the code of a member's card.
ALTER TABLE "customer" ADD COLUMN "member_code" TEXT;
CREATE UNIQUE INDEX "customer_member_code_key" ON "customer" ("member_code");
CREATE INDEX "customer_name_trgm" ON "customer" USING GIN ("name" gin_trgm_ops);
CREATE INDEX "customer_phone_trgm" ON "customer" USING GIN ("phone" gin_trgm_ops);
