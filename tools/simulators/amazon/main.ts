import { startAmazonSimulator } from './start-amazon-simulator';

const { env } = process;
const simulator = await startAmazonSimulator({
  port: Number(env['PORT'] ?? 0),
  dataFolder: env['SIMULATOR_DATA'],
  notificationUrl: env['AMAZON_NOTIFICATION_URL'],
  ...(env['AMAZON_SELLER_ID'] ? { sellerId: env['AMAZON_SELLER_ID'] } : {}),
  application: {
    ...(env['AMAZON_CLIENT_ID'] ? { clientId: env['AMAZON_CLIENT_ID'] } : {}),
    ...(env['AMAZON_CLIENT_SECRET'] ? { clientSecret: env['AMAZON_CLIENT_SECRET'] } : {}),
    ...(env['AMAZON_REFRESH_TOKEN'] ? { refreshToken: env['AMAZON_REFRESH_TOKEN'] } : {}),
  },
});
console.log(`Amazon simulator: listening on ${simulator.url}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
