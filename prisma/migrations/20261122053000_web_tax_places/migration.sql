-- Where a channel's orders are taxed, how they are sent and at what price, and the public page of a receipt.
ALTER TABLE "channel"
    ADD COLUMN "pays_tax_at_destination" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "price_abroad" TEXT NOT NULL DEFAULT 'gross_stays';

CREATE TABLE "shipping_method" (
    "channel_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "countries" TEXT[] NOT NULL,
    "min_items_minor" BIGINT,
    "max_items_minor" BIGINT,
    "tax_class" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shipping_method_pkey" PRIMARY KEY ("channel_code", "code")
);

CREATE TABLE "receipt_link" (
    "token_hash" TEXT NOT NULL,
    "order_id" UUID NOT NULL,

    CONSTRAINT "receipt_link_pkey" PRIMARY KEY ("token_hash")
);
