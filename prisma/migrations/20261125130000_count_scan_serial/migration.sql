-- A scan of a piece that has a serial names it; the quantity is then one piece, or less one where it is taken back.
ALTER TABLE stock_count_scan ADD COLUMN serial_number TEXT,
  ADD CONSTRAINT stock_count_scan_piece CHECK (serial_number IS NULL OR abs(quantity_milli) = 1000);
