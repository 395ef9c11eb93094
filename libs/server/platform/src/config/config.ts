import * as z from 'zod';

const ConfigSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  /** Where people and webhooks reach the product. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:4000'),
  ONESHELF_DATA: z.string().default('.data'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  /** false behind a pooler that hands connections from one client to another (transaction pooling). */
  DATABASE_PREPARED: z.enum(['true', 'false']).default('true'),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  SECURE_COOKIES: z.enum(['true', 'false']).default('false'),
  STRIPE_SECRET_KEY: z.string().min(1).default('sk_test_oneshelf'),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).default('whsec_oneshelf'),
  /** Set to the simulator's address in the demo; unset, the SDK speaks to Stripe itself. */
  STRIPE_API_URL: z.url().optional(),
  AMAZON_API_URL: z.url().default('https://sellingpartnerapi-eu.amazon.com'),
  AMAZON_LWA_URL: z.url().default('https://api.amazon.com/auth/o2/token'),
  AMAZON_CLIENT_ID: z.string().default('amzn1.application-oa2-client.oneshelf'),
  AMAZON_CLIENT_SECRET: z.string().default('oneshelf-amazon-secret'),
  AMAZON_REFRESH_TOKEN: z.string().default('Atzr|oneshelf'),
  AMAZON_SELLER_ID: z.string().default('A1ONESHELF'),
  /** Stands in the address that notifications are posted to (?secret=…). A notification only says where to look. */
  AMAZON_NOTIFICATION_SECRET: z.string().min(1).default('oneshelf-amazon-notifications'),
  AMAZON_MARKETPLACE_ID: z.string().default('A1F83G8C2ARO7P'),
  /** smtp://user:password@host:port sends mail; unset, mail goes to the folder below the data folder. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Fieldhouse <hello@fieldhouse.example>'),
});

/** The whole configuration of a process, parsed once at boot. */
export type Config = z.infer<typeof ConfigSchema>;

/** Injection token of the parsed configuration. */
export const CONFIG = Symbol('config');

/**
 * Parses the environment. A variable that is missing or wrong stops the process with a sentence that names it.
 * @throws Error listing every wrong variable
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = ConfigSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n');
  throw new Error(`The configuration cannot be used. Set these environment variables and start again:\n${wrong}`);
}
