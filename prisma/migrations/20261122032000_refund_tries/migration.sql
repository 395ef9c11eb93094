-- A refund that the provider refused is sent again under a new key, or paid another way; both stay one refund.
ALTER TABLE "refund" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "paid_otherwise" TEXT;

-- A return is refunded when nothing of it is on its way or failed.
UPDATE "return_order" SET status = 'refunded'
WHERE NOT EXISTS (SELECT 1 FROM refund WHERE refund.cause_id = return_order.id AND refund.status <> 'succeeded');
