CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "brand" TEXT NOT NULL DEFAULT '',
    "department" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL DEFAULT '',
    "tax_class" TEXT NOT NULL DEFAULT 'standard',
    "status" TEXT NOT NULL DEFAULT 'active',
    "option_names" TEXT[],
    "image_url" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "content_hash" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "option_values" TEXT[],
    "cost_minor" BIGINT,
    "cost_currency" TEXT,
    "weight_grams" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'active',
    "image_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "barcode" (
    "code" TEXT NOT NULL,
    "variant_id" UUID NOT NULL,

    CONSTRAINT "barcode_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_product" (
    "collection_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,

    CONSTRAINT "collection_product_pkey" PRIMARY KEY ("collection_id","product_id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "signature" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("signature")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "format" TEXT NOT NULL,
    "mapping" JSONB,
    "market_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_error" (
    "run_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "import_error_pkey" PRIMARY KEY ("run_id","row","column")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fulfilment_order" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_number" TEXT NOT NULL,
    "location_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "shelf" TEXT,
    "routing" JSONB NOT NULL,
    "picked_by" TEXT,
    "tracking" JSONB,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "fulfilment_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fulfilment_order_line" (
    "id" UUID NOT NULL,
    "fulfilment_order_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "picked_milli" BIGINT NOT NULL DEFAULT 0,
    "short_milli" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "fulfilment_order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_exclusion" (
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_exclusion_pkey" PRIMARY KEY ("variant_id","location_id")
);

-- CreateTable
CREATE TABLE "staff_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "password_hash" TEXT,
    "pin_salt" TEXT,
    "pin_hash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "staff_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "location_id" UUID,

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "token_hash" TEXT,
    "enrolment_code_hash" TEXT,
    "enrolment_expires_at" TIMESTAMPTZ(3),
    "enrolled_at" TIMESTAMPTZ(3),
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "revoked_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "channel_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "isv_sample" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "variant_id" UUID NOT NULL,
    "channel_code" TEXT NOT NULL,
    "epos_milli" BIGINT NOT NULL,
    "amazon_milli" BIGINT NOT NULL,
    "physical_milli" BIGINT NOT NULL,
    "isv_basis_points" INTEGER,

    CONSTRAINT "isv_sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "entry" INTEGER NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "from_bucket" TEXT NOT NULL,
    "to_bucket" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "cause_kind" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "actor" TEXT NOT NULL,
    "device_id" UUID,
    "unit_cost_minor" BIGINT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_level" (
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "sellable_milli" BIGINT NOT NULL DEFAULT 0,
    "committed_milli" BIGINT NOT NULL DEFAULT 0,
    "safety_milli" BIGINT NOT NULL DEFAULT 0,
    "quality_control_milli" BIGINT NOT NULL DEFAULT 0,
    "damaged_milli" BIGINT NOT NULL DEFAULT 0,
    "refurbish_milli" BIGINT NOT NULL DEFAULT 0,
    "quarantine_milli" BIGINT NOT NULL DEFAULT 0,
    "override_milli" BIGINT NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("variant_id","location_id")
);

-- CreateTable
CREATE TABLE "reservation" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL,
    "channel_code" TEXT NOT NULL,
    "variant_id" UUID NOT NULL,
    "external_sku" TEXT NOT NULL,
    "external_product_id" TEXT NOT NULL DEFAULT '',
    "product_type" TEXT NOT NULL DEFAULT 'PRODUCT',
    "fulfilment_attributes" JSONB NOT NULL DEFAULT '{}',
    "wanted_version" BIGINT NOT NULL DEFAULT 0,
    "pushed_version" BIGINT NOT NULL DEFAULT 0,
    "pushed_units" INTEGER,
    "acknowledged_units" INTEGER,
    "pushed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marketplace_order" (
    "channel_code" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "order_id" UUID,
    "status" TEXT NOT NULL,
    "raw" JSONB NOT NULL,
    "failure" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "marketplace_order_pkey" PRIMARY KEY ("channel_code","external_id")
);

-- CreateTable
CREATE TABLE "marketplace_notification" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "marketplace_notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marketplace_stock" (
    "channel_code" TEXT NOT NULL,
    "variant_id" UUID NOT NULL,
    "fulfillable" INTEGER NOT NULL,
    "inbound" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "unfulfillable" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "marketplace_stock_pkey" PRIMARY KEY ("channel_code","variant_id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL,
    "cause_id" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales_order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "channel_code" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "fulfilment_kind" TEXT NOT NULL,
    "pickup_location_id" UUID,
    "sold_at_location_id" UUID,
    "customer_id" UUID,
    "customer_name" TEXT NOT NULL DEFAULT '',
    "customer_email" TEXT,
    "shipping_address" JSONB,
    "collection_code" TEXT,
    "external_id" TEXT,
    "basket" JSONB NOT NULL,
    "quote" JSONB NOT NULL,
    "book_version" TEXT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'placed',
    "business_date" DATE NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status_token" TEXT,

    CONSTRAINT "sales_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "variant_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "cancelled_milli" BIGINT NOT NULL DEFAULT 0,
    "fulfilled_milli" BIGINT NOT NULL DEFAULT 0,
    "returned_milli" BIGINT NOT NULL DEFAULT 0,
    "list_unit_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "tax_rate_basis_points" INTEGER NOT NULL,
    "units" JSONB NOT NULL,
    "external_id" TEXT,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_event" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_number" (
    "market_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "order_number_pkey" PRIMARY KEY ("market_code","day")
);

-- CreateTable
CREATE TABLE "market" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "tax_inclusive" BOOLEAN NOT NULL,
    "locale" TEXT NOT NULL,

    CONSTRAINT "market_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "channel" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "fulfilled_by" TEXT NOT NULL DEFAULT 'merchant',
    "buffer_basis_points" INTEGER NOT NULL DEFAULT 0,
    "external_account" JSONB,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "channel_location" (
    "channel_code" TEXT NOT NULL,
    "location_id" UUID NOT NULL,

    CONSTRAINT "channel_location_pkey" PRIMARY KEY ("channel_code","location_id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "channel_code" TEXT,
    "country" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "business_day_starts_at" TEXT NOT NULL DEFAULT '04:00',
    "address" JSONB NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "can_ship" BOOLEAN NOT NULL,
    "can_pickup" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register" (
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "terminal_reader_id" TEXT,

    CONSTRAINT "register_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_reference" TEXT,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "authorised_minor" BIGINT NOT NULL DEFAULT 0,
    "captured_minor" BIGINT NOT NULL DEFAULT 0,
    "refunded_minor" BIGINT NOT NULL DEFAULT 0,
    "tendered_minor" BIGINT,
    "card_label" TEXT,
    "client_secret" TEXT,
    "capture_before" TIMESTAMPTZ(3),
    "failure" TEXT,
    "register_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "provider_reference" TEXT,
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("provider","event_id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL,
    "cause_kind" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "location_id" UUID,
    "channel_code" TEXT NOT NULL,
    "business_date" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_line" (
    "entry_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "journal_line_pkey" PRIMARY KEY ("entry_id","line")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "trace_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handled_event" (
    "handler_id" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handled_event_pkey" PRIMARY KEY ("handler_id","event_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "location_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "trace_id" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "device_operation" (
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "till_sale" (
    "id" UUID NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "device_id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "staff_name" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sold_at" TIMESTAMPTZ(3) NOT NULL,
    "was_offline" BOOLEAN NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "taxes" JSONB NOT NULL,
    "tenders" JSONB NOT NULL,

    CONSTRAINT "till_sale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "float_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "business_date" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_name" TEXT,
    "counted_minor" BIGINT,
    "expected_minor" BIGINT,
    "difference_minor" BIGINT,
    "report" JSONB,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cash_movement" (
    "id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "staff_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cash_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_discrepancy" (
    "id" UUID NOT NULL,
    "sale_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "sale_discrepancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_release" (
    "market_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_by" TEXT NOT NULL,

    CONSTRAINT "price_release_pkey" PRIMARY KEY ("market_code","number")
);

-- CreateTable
CREATE TABLE "price_book" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "channel_code" TEXT,
    "location_id" UUID,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "active_from" TIMESTAMPTZ(3),
    "active_to" TIMESTAMPTZ(3),
    "from_release" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "price_book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_book_version" (
    "id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "based_on" INTEGER NOT NULL,
    "goes_live_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "release_number" INTEGER,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_book_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_draft_change" (
    "version_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "amount_minor" BIGINT,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_draft_change_pkey" PRIMARY KEY ("version_id","variant_id")
);

-- CreateTable
CREATE TABLE "price" (
    "book_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "from_release" INTEGER NOT NULL,
    "to_release" INTEGER,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "price_pkey" PRIMARY KEY ("book_id","variant_id","from_release")
);

-- CreateTable
CREATE TABLE "promotion" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "percent_basis_points" INTEGER NOT NULL,
    "collection_id" UUID NOT NULL,
    "channel_codes" TEXT[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "from_release" INTEGER NOT NULL,
    "to_release" INTEGER,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_rate" (
    "id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "tax_class" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rate_basis_points" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "tax_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "device_id" UUID,
    "shift_id" UUID,
    "status" TEXT NOT NULL,
    "refund_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "business_date" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_line" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "refund_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,

    CONSTRAINT "return_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returned_unit" (
    "order_line_id" UUID NOT NULL,
    "unit" INTEGER NOT NULL,
    "return_id" UUID NOT NULL,

    CONSTRAINT "returned_unit_pkey" PRIMARY KEY ("order_line_id","unit")
);

-- CreateIndex
CREATE UNIQUE INDEX "product_handle_key" ON "product"("handle");

-- CreateIndex
CREATE INDEX "product_department_category_idx" ON "product"("department", "category");

-- CreateIndex
CREATE INDEX "product_title_trgm" ON "product" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "variant_sku_key" ON "variant"("sku");

-- CreateIndex
CREATE INDEX "variant_product_id_position_idx" ON "variant"("product_id", "position");

-- CreateIndex
CREATE INDEX "barcode_variant_id_idx" ON "barcode"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_handle_key" ON "collection"("handle");

-- CreateIndex
CREATE INDEX "collection_product_product_id_idx" ON "collection_product"("product_id");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_email_key" ON "customer"("email");

-- CreateIndex
CREATE INDEX "fulfilment_order_order_id_idx" ON "fulfilment_order"("order_id");

-- CreateIndex
CREATE INDEX "fulfilment_order_location_id_status_due_at_idx" ON "fulfilment_order"("location_id", "status", "due_at");

-- CreateIndex
CREATE INDEX "fulfilment_order_line_fulfilment_order_id_idx" ON "fulfilment_order_line"("fulfilment_order_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_email_key" ON "staff_user"("email");

-- CreateIndex
CREATE INDEX "staff_role_user_id_idx" ON "staff_role"("user_id");

-- CreateIndex
CREATE INDEX "staff_session_expires_at_idx" ON "staff_session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "device_token_hash_key" ON "device"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "device_enrolment_code_hash_key" ON "device"("enrolment_code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "isv_sample_at_idx" ON "isv_sample"("at");

-- CreateIndex
CREATE INDEX "stock_movement_variant_id_location_id_recorded_at_idx" ON "stock_movement"("variant_id", "location_id", "recorded_at");

-- CreateIndex
CREATE INDEX "stock_movement_cause_kind_cause_id_idx" ON "stock_movement"("cause_kind", "cause_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movement_operation_id_entry_key" ON "stock_movement"("operation_id", "entry");

-- CreateIndex
CREATE INDEX "stock_level_location_id_idx" ON "stock_level"("location_id");

-- CreateIndex
CREATE INDEX "reservation_order_id_idx" ON "reservation"("order_id");

-- CreateIndex
CREATE INDEX "reservation_variant_id_location_id_idx" ON "reservation"("variant_id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "reservation_order_line_id_location_id_key" ON "reservation"("order_line_id", "location_id");

-- CreateIndex
CREATE INDEX "listing_variant_id_idx" ON "listing"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_channel_code_external_sku_key" ON "listing"("channel_code", "external_sku");

-- CreateIndex
CREATE UNIQUE INDEX "listing_channel_code_variant_id_key" ON "listing"("channel_code", "variant_id");

-- CreateIndex
CREATE INDEX "mail_message_created_at_idx" ON "mail_message"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_cause_id_template_key" ON "mail_message"("cause_id", "template");

-- CreateIndex
CREATE UNIQUE INDEX "sales_order_number_key" ON "sales_order"("number");

-- CreateIndex
CREATE INDEX "sales_order_placed_at_idx" ON "sales_order"("placed_at");

-- CreateIndex
CREATE INDEX "sales_order_customer_email_idx" ON "sales_order"("customer_email");

-- CreateIndex
CREATE INDEX "sales_order_business_date_idx" ON "sales_order"("business_date");

-- CreateIndex
CREATE UNIQUE INDEX "sales_order_channel_code_external_id_key" ON "sales_order"("channel_code", "external_id");

-- CreateIndex
CREATE INDEX "order_line_variant_id_idx" ON "order_line"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_line_key" ON "order_line"("order_id", "line");

-- CreateIndex
CREATE INDEX "order_event_order_id_occurred_at_idx" ON "order_event"("order_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "location_code_key" ON "location"("code");

-- CreateIndex
CREATE UNIQUE INDEX "register_location_id_number_key" ON "register"("location_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_provider_reference_key" ON "payment"("provider_reference");

-- CreateIndex
CREATE INDEX "payment_order_id_idx" ON "payment"("order_id");

-- CreateIndex
CREATE INDEX "payment_status_updated_at_idx" ON "payment"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_provider_reference_key" ON "refund"("provider_reference");

-- CreateIndex
CREATE INDEX "refund_status_updated_at_idx" ON "refund"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_payment_id_cause_id_key" ON "refund"("payment_id", "cause_id");

-- CreateIndex
CREATE INDEX "journal_entry_business_date_idx" ON "journal_entry"("business_date");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_cause_kind_cause_id_key" ON "journal_entry"("cause_kind", "cause_id");

-- CreateIndex
CREATE INDEX "journal_line_account_idx" ON "journal_line"("account");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_subject_id_at_idx" ON "audit_entry"("subject", "subject_id", "at");

-- CreateIndex
CREATE INDEX "device_operation_device_id_epoch_sequence_idx" ON "device_operation"("device_id", "epoch", "sequence");

-- CreateIndex
CREATE INDEX "till_sale_receipt_number_idx" ON "till_sale"("receipt_number");

-- CreateIndex
CREATE INDEX "till_sale_shift_id_idx" ON "till_sale"("shift_id");

-- CreateIndex
CREATE INDEX "shift_location_id_business_date_idx" ON "shift"("location_id", "business_date");

-- CreateIndex
CREATE INDEX "cash_movement_shift_id_idx" ON "cash_movement"("shift_id");

-- CreateIndex
CREATE INDEX "sale_discrepancy_resolved_at_created_at_idx" ON "sale_discrepancy"("resolved_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "price_book_code_key" ON "price_book"("code");

-- CreateIndex
CREATE INDEX "price_book_version_status_goes_live_at_idx" ON "price_book_version"("status", "goes_live_at");

-- CreateIndex
CREATE UNIQUE INDEX "price_book_version_book_id_number_key" ON "price_book_version"("book_id", "number");

-- CreateIndex
CREATE INDEX "price_book_id_to_release_idx" ON "price"("book_id", "to_release");

-- CreateIndex
CREATE INDEX "price_variant_id_idx" ON "price"("variant_id");

-- CreateIndex
CREATE INDEX "promotion_market_code_to_release_idx" ON "promotion"("market_code", "to_release");

-- CreateIndex
CREATE INDEX "tax_rate_country_tax_class_idx" ON "tax_rate"("country", "tax_class");

-- CreateIndex
CREATE UNIQUE INDEX "return_order_number_key" ON "return_order"("number");

-- CreateIndex
CREATE INDEX "return_order_order_id_idx" ON "return_order"("order_id");

-- CreateIndex
CREATE INDEX "return_order_business_date_idx" ON "return_order"("business_date");

-- CreateIndex
CREATE INDEX "return_line_return_id_idx" ON "return_line"("return_id");

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "barcode" ADD CONSTRAINT "barcode_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfilment_order_line" ADD CONSTRAINT "fulfilment_order_line_fulfilment_order_id_fkey" FOREIGN KEY ("fulfilment_order_id") REFERENCES "fulfilment_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "sales_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "sales_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma cannot say. It leaves these alone.

-- A level never promises what is not there; only what a counter sold beyond it (override_milli) may take it below zero.
ALTER TABLE "stock_level"
  ADD CONSTRAINT stock_level_sellable CHECK (sellable_milli >= -override_milli),
  ADD CONSTRAINT stock_level_override CHECK (override_milli >= 0),
  ADD CONSTRAINT stock_level_committed CHECK (committed_milli >= 0),
  ADD CONSTRAINT stock_level_others CHECK (safety_milli >= 0 AND quality_control_milli >= 0 AND damaged_milli >= 0 AND refurbish_milli >= 0 AND quarantine_milli >= 0);
ALTER TABLE "stock_movement"
  ADD CONSTRAINT stock_movement_quantity CHECK (quantity_milli > 0),
  ADD CONSTRAINT stock_movement_buckets CHECK (from_bucket <> to_bucket);
ALTER TABLE "reservation" ADD CONSTRAINT reservation_quantity CHECK (quantity_milli >= 0);

-- Refunds never exceed what was captured, captures never what was authorised.
ALTER TABLE "payment"
  ADD CONSTRAINT payment_captured CHECK (captured_minor BETWEEN 0 AND authorised_minor),
  ADD CONSTRAINT payment_refunded CHECK (refunded_minor BETWEEN 0 AND captured_minor);
ALTER TABLE "refund" ADD CONSTRAINT refund_amount CHECK (amount_minor > 0);

ALTER TABLE "order_line"
  ADD CONSTRAINT order_line_quantities CHECK (
    quantity_milli > 0 AND cancelled_milli >= 0 AND fulfilled_milli >= 0 AND returned_milli >= 0
    AND cancelled_milli + fulfilled_milli <= quantity_milli AND returned_milli <= fulfilled_milli);
ALTER TABLE "fulfilment_order_line"
  ADD CONSTRAINT fulfilment_order_line_quantities CHECK (picked_milli >= 0 AND short_milli >= 0 AND picked_milli + short_milli <= quantity_milli);
ALTER TABLE "price" ADD CONSTRAINT price_amount CHECK (amount_minor >= 0);
CREATE UNIQUE INDEX price_live ON "price" (book_id, variant_id) WHERE to_release IS NULL;
CREATE UNIQUE INDEX price_book_version_draft ON "price_book_version" (book_id) WHERE status = 'draft';
CREATE UNIQUE INDEX shift_open ON "shift" (register_id) WHERE status = 'open';

-- Facts are appended and never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER stock_movement_append_only BEFORE UPDATE OR DELETE ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE ON "journal_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_line_append_only BEFORE UPDATE OR DELETE ON "journal_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_event_append_only BEFORE UPDATE OR DELETE ON "order_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A journal entry balances when its transaction commits.
CREATE FUNCTION check_journal_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total int8;
BEGIN
  SELECT sum(amount_minor) INTO total FROM journal_line WHERE entry_id = NEW.entry_id;
  IF total <> 0 THEN
    RAISE EXCEPTION 'journal entry % is off by %', NEW.entry_id, total;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_balances AFTER INSERT ON "journal_line" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal_balance();

-- Relayed events are the many; the relay looks for the few.
CREATE INDEX outbox_event_waiting ON "outbox_event" (occurred_at) WHERE relayed_at IS NULL;
