import { defineConfig } from '@playwright/test';

/** The stories walk one running product, so one worker and no second try: a story that passes at the second try is a bug. */
export default defineConfig({
  testDir: 'e2e',
  tsconfig: './e2e/tsconfig.json',
  globalSetup: './e2e/product.ts',
  outputDir: 'test-results',
  // Long, so that a busy machine fails no story: speed is measured by the benches, and what passes waits for none of these.
  timeout: 360_000,
  globalTimeout: 1_800_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  reporter: [['list', { printSteps: true }]],
  // In this order: the story counts from the seeded stock, the review publishes before makers' limits come with the sheet's file, the screens need any.
  projects: [
    { name: 'engine', testMatch: 'engine.spec.ts' },
    { name: 'story', testMatch: 'story.spec.ts' },
    { name: 'prices-in-time', testMatch: 'prices-in-time.spec.ts' },
    { name: 'by-hand', testMatch: 'by-hand.spec.ts' },
    { name: 'destination', testMatch: 'destination.spec.ts' },
    { name: 'goods-in', testMatch: 'goods-in.spec.ts' },
    { name: 'stock-work', testMatch: 'stock-work.spec.ts' },
    { name: 'promises', testMatch: 'promises.spec.ts' },
    { name: 'traced', testMatch: 'traced.spec.ts' },
    { name: 'desk', testMatch: 'promotion-desk.spec.ts' },
    { name: 'review', testMatch: 'review.spec.ts' },
    { name: 'price-sheet', testMatch: 'price-sheet.spec.ts' },
    { name: 'pools', testMatch: 'pools.spec.ts' },
    { name: 'screens', testMatch: ['screens.spec.ts', 'states.spec.ts'] },
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
