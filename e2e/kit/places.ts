function told(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the stories run through playwright.config.ts, which starts the product.`);
  return value;
}

/** Where the product that the global set-up started answers. */
export const origin = (): string => told('E2E_ORIGIN');
export const stripeSimulator = (): string => told('E2E_STRIPE');
export const amazonSimulator = (): string => told('E2E_AMAZON');
