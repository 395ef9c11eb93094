-- A bin that is given up: nothing new is put there, and what stands there is shown until it is moved.
ALTER TABLE stock_bin ADD COLUMN is_closed boolean NOT NULL DEFAULT false;
