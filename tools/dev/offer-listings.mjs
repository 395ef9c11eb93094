// Offers the demo's listings at the Amazon simulator, as a seller once did by hand. Without them every quantity is refused.
import pg from 'pg';

/**
 * Adds the listings that the simulator does not know; those that it knows keep what it says of them.
 * Call it before the worker starts. Answers how many were added.
 */
export async function offerListings(databaseUrl, simulatorUrl) {
  const known = new Set((await (await fetch(`${simulatorUrl}/_control/listings`)).json()).map((listing) => listing.sku));
  const listings = (await demoListings(databaseUrl)).filter((listing) => !known.has(listing.sku));
  if (listings.length === 0) return 0;
  const response = await fetch(`${simulatorUrl}/_control/listings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(listings) });
  if (!response.ok) throw new Error(`The Amazon simulator did not take the listings (${response.status}): ${await response.text()}`);
  await wishAgain(databaseUrl, listings.filter((listing) => listing.fulfilledBy === 'MERCHANT').map((listing) => listing.sku));
  return listings.length;
}

// A listing that is new there shows 0, whatever we had sent to one before it.
async function wishAgain(databaseUrl, skus) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('UPDATE listing SET pushed_units = NULL, wanted_version = wanted_version + 1 WHERE external_sku = ANY($1)', [skus]).finally(() => client.end());
}

async function demoListings(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT listing.external_sku AS sku, listing.external_product_id AS asin, listing.product_type AS "productType", channel.fulfilled_by,
        product.title || CASE WHEN variant.title = '' THEN '' ELSE ' ' || variant.title END AS "itemName", coalesce(stock.fulfillable, 0) AS quantity
      FROM listing JOIN channel ON channel.code = listing.channel_code
      JOIN variant ON variant.id = listing.variant_id JOIN product ON product.id = variant.product_id
      LEFT JOIN marketplace_stock stock ON stock.channel_code = listing.channel_code AND stock.variant_id = listing.variant_id
      WHERE channel.kind = 'marketplace'`);
    return rows.map(({ fulfilled_by: fulfilledBy, ...listing }) => ({ ...listing, fulfilledBy: fulfilledBy === 'marketplace' ? 'AMAZON' : 'MERCHANT' }));
  } finally {
    await client.end();
  }
}
