import { defineConfig } from '@playwright/test';

/** The stories walk one running product, so one worker and no second try: a story that passes at the second try is a bug. */
export default defineConfig({
  testDir: 'e2e',
  tsconfig: './e2e/tsconfig.json',
  globalSetup: './e2e/product.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  reporter: 'list',
  // In this order: the story counts from the seeded stock, the screens need any.
  projects: [{ name: 'engine', testMatch: 'engine.spec.ts' }, { name: 'story', testMatch: 'story.spec.ts' }, { name: 'screens', testMatch: ['screens.spec.ts', 'states.spec.ts'] }],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
