-- What screens and reports ask for by time.
CREATE INDEX "stock_movement_location_id_occurred_at_idx" ON "stock_movement"("location_id", "occurred_at");
CREATE INDEX "device_operation_received_at_idx" ON "device_operation"("received_at");

-- A book has one live version; where two were left, the newer stands.
UPDATE price_book_version AS old SET status = 'superseded'
WHERE old.status = 'live' AND EXISTS (SELECT 1 FROM price_book_version AS newer WHERE newer.book_id = old.book_id AND newer.status = 'live' AND newer.number > old.number);
CREATE UNIQUE INDEX price_book_version_live ON "price_book_version" (book_id) WHERE status = 'live';
