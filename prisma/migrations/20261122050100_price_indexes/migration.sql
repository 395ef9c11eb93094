-- Of the live prices of a book the partial index price_live knows more; of past releases a book's prices are read as wholes.
-- Each publish wrote two entries a price into this index, and nothing was found by it.
DROP INDEX "price_book_id_to_release_idx";
