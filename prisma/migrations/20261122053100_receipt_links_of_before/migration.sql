-- Receipts of orders from before have a page as well: the token is reckoned from what both sides have already, and only its hash is kept.
INSERT INTO "receipt_link" ("token_hash", "order_id")
SELECT encode(sha256(convert_to(token, 'UTF8')), 'hex'), id
FROM (
    SELECT o.id, translate(encode(substring(sha256(convert_to('receipt|' || o.id || '|' || coalesce(s.hash, o.status_token), 'UTF8')) FROM 1 FOR 18), 'base64'), '+/', '-_') AS token
    FROM "sales_order" o LEFT JOIN "till_sale" s ON s.id = o.id
    WHERE coalesce(s.hash, o.status_token) IS NOT NULL
) AS known
ON CONFLICT DO NOTHING;
