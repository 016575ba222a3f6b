// Browser tests: the built client in Chromium, served by the real server on the bundled reports.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    // Each file has a server and a browser of its own; one at a time leaves them the machine.
    fileParallelism: false,
    testTimeout: 60_000,
    // What a page does takes as long as the machine is busy with other things: a second, the default, is a race.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 90_000,
  },
});
