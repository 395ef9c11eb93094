// The demo's offers exist on Amazon's side too: what the database lists and the simulator does not know yet is made
// there. Quantities of our own offers start at 0; the worker pushes the real ones.
import pg from 'pg';

export async function seedMarketplace(databaseUrl, amazonUrl) {
  const known = new Set((await (await fetch(`${amazonUrl}/_control/listings`)).json()).map((listing) => listing.sku));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT l.external_sku, l.external_product_id, l.product_type, c.fulfilled_by, coalesce(s.fulfillable, 0) AS fulfillable
      FROM listing l JOIN channel c ON c.code = l.channel_code LEFT JOIN marketplace_stock s ON s.channel_code = l.channel_code AND s.variant_id = l.variant_id`);
    const missing = rows.filter((row) => !known.has(row.external_sku));
    if (missing.length === 0) return;
    const body = missing.map((row) => ({
      sku: row.external_sku, asin: row.external_product_id, productType: row.product_type,
      fulfilledBy: row.fulfilled_by === 'marketplace' ? 'AMAZON' : 'MERCHANT', quantity: row.fulfillable,
    }));
    const response = await fetch(`${amazonUrl}/_control/listings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The Amazon simulator did not take the demo's offers: ${response.status} ${await response.text()}`);
    // An offer that is new there shows 0, whatever we had sent to one before it.
    const ours = missing.filter((row) => row.fulfilled_by !== 'marketplace').map((row) => row.external_sku);
    await client.query('UPDATE listing SET pushed_units = NULL, wanted_version = wanted_version + 1 WHERE external_sku = ANY($1)', [ours]);
  } finally {
    await client.end();
  }
}
