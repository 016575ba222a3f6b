// Tests that need no browser: units, the contract suite on both engines, the API, faults.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/neo4j/global-setup.ts'],
    setupFiles: ['tests/seeded.ts'],
    // One Neo4j serves all files, so they take turns.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
