// Browser tests: the built client in Chromium, served by the real server on the bundled reports.
import { defineConfig } from 'vitest/config';

/** What moves the mouse or draws against the clock, has 200,000 rows, or starts a Neo4j: these have the machine to themselves. */
const alone = ['cypher-results', 'drag', 'foreign', 'loops', 'matrix', 'motion', 'neo4j'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

const common = {
  testTimeout: 60_000,
  // What a page does takes as long as the machine is busy with other things: a second, the default, is a race.
  expect: { poll: { timeout: 10_000 } },
  hookTimeout: 90_000,
};

export default defineConfig({
  test: {
    // Each file has a server and a browser of its own.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'side by side',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: alone,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...common, name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
