// Browser tests. `cargo xtask test browser` builds the site, serves it below a path (as a project page
// is) and says by environment where it is (TALLYSHEET_URL) and which Chromium to use (CHROME).
// Tests use relative addresses: `page.goto('./')`.
import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    baseURL: process.env.TALLYSHEET_URL ?? 'http://127.0.0.1:8080/',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME || undefined,
      args: [
        // Root has no sandbox to give away.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        // The browser itself shall ask nothing of the network.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
