/** Publishable keys by market: public by nature, they only name the channel. */
export type ShopKeys = { GB: string; DE: string };

/**
 * Read when a page is asked for, so one build serves every deployment. The name is looked up by hand: written out as
 * process.env.NEXT_PUBLIC_… the bundler would put the value of the build machine in its place.
 */
export function shopKeys(): ShopKeys {
  const read = (name: string, fallback: string) => process.env[name] || fallback;
  return { GB: read('NEXT_PUBLIC_SHOP_KEY', 'pk_demo_web_gb'), DE: read('NEXT_PUBLIC_SHOP_KEY_DE', 'pk_demo_web_de') };
}
