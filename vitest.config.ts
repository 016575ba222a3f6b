// Tests that need no browser: units, the contract suite on both engines, the API, faults.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Each worker has a Neo4j of its own (about 0.8 GB), and one that NEO4J_URI lends serves one file at a time.
const workers = process.env.NEO4J_URI ? 1 : Math.min(4, Math.max(2, availableParallelism()));

/** What measures time or memory, or has a deadline to keep, and would measure its neighbour too. */
const alone = [
  'tests/faults/**/*.test.ts',
  'tests/client/matrix.test.ts',
  'tests/server/provenance/linear.test.ts',
  'tests/server/provenance/reprints.test.ts',
];

const common = {
  setupFiles: ['tests/seeded.ts'],
  testTimeout: 30_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    maxWorkers: workers,
    globalSetup: ['tests/neo4j/global-setup.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'side by side',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', ...alone],
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...common, name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
