// Browser tests: the built client in Chromium, served by the real server on the bundled reports.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    // Each file has a server and a browser of its own; one at a time leaves them the machine.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 90_000,
  },
});
