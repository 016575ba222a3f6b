// Tests that need no browser: units, the contract suite on both engines, the API, faults.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Each worker has a Neo4j of its own (0.5 GB after some files, with a heap of at most 512 MB), and one that NEO4J_URI lends serves one file at a time.
const workers = process.env.NEO4J_URI ? 1 : Math.min(4, Math.max(2, availableParallelism()));

/** Begun first, so that none of them is still running by itself when all others are through. */
const longest = ['tests/contract/removal.test.ts', 'tests/fuzz/cypher.test.ts', 'tests/server/query/gate.test.ts'];

/** What measures time or memory, which would measure its neighbour too. */
const alone = [
  'tests/faults/**/*.test.ts',
  // Two or three servers and a Neo4j are enough for two processors.
  'tests/servers/**/*.test.ts',
  'tests/client/matrix.test.ts',
  // Its first statement has ten seconds, and the grammar is loaded in them.
  'tests/contract/query.test.ts',
  'tests/server/provenance/linear.test.ts',
  'tests/server/provenance/reprints.test.ts',
];

const common = {
  setupFiles: ['tests/seeded.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};
const together = { ...common, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    maxWorkers: workers,
    globalSetup: ['tests/neo4j/global-setup.ts'],
    // Those of one group run in the order of their names.
    projects: [
      { test: { ...together, name: 'longest', include: longest } },
      {
        test: {
          ...together,
          name: 'side by side',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', ...longest, ...alone],
        },
      },
      { test: { ...common, name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
