import { startStripeSimulator } from './start-stripe-simulator';

const { env } = process;
const webhookSecret = env['STRIPE_WEBHOOK_SECRET'] ?? 'whsec_test_oneshelf';
// One address, or several with commas between them.
const webhookUrls = (env['STRIPE_WEBHOOK_URL'] ?? '').split(',').filter((url) => url !== '');
const simulator = await startStripeSimulator({
  port: Number(env['PORT'] ?? 0),
  dataFolder: env['SIMULATOR_DATA'],
  secretKey: env['STRIPE_SECRET_KEY'] ?? 'sk_test_oneshelf',
  webhooks: webhookUrls.map((url) => ({ url, secret: webhookSecret })),
});
console.log(`Stripe simulator: listening on ${simulator.url}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
