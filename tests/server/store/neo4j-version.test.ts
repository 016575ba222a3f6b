// Which versions of Neo4j are let in.
import { expect, it } from 'vitest';
import { isSupported } from '../../../server/store/neo4j-version.ts';

it.each(['5.26.0', '5.26.30', '5.27.0-aura', '6.0.1', '2025.08.0'])('%s is new enough', (version) => {
  expect(isSupported(version)).toBe(true);
});
it.each(['4.4.38', '5.9.0', '5.25.1', '3.5.0'])('%s is too old', (version) => {
  expect(isSupported(version)).toBe(false);
});
it('a version that says nothing is let in', () => {
  expect(isSupported('unknown')).toBe(true);
});
