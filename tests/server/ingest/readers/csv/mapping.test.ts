// A mapping's own faults, each at its place; and that the published examples have none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InvalidDocument } from '../../../../../server/errors.ts';
import { parseMapping } from '../../../../../server/ingest/readers/csv/mapping.ts';
import { projectRoot } from '../../../../../server/root.ts';
import { plain } from './prepared.ts';

function faultsOf(json: unknown): string[] {
  try {
    parseMapping(json, 'm.json');
  } catch (error) {
    if (error instanceof InvalidDocument)
      return (error.details.errors ?? []).map(({ file, pointer, reason }) => `${file} ${pointer} ${reason}`);
    throw error;
  }
  throw new Error('The mapping was taken.');
}

it.each<[unknown, RegExp]>([
  [[], /^m\.json \/format must be "hearsay-csv\/1"/],
  [{ ...plain, format: 'hearsay-claims/1' }, /^m\.json \/format must be "hearsay-csv\/1"/],
  [{ ...plain, kind: 'votes' }, /^m\.json \/kind must be one of stances, relations, not "votes"/],
  [
    { ...plain, holder: { column: 'who' } },
    /^m\.json \/holder\/type is missing; it is needed unless the cells are keys/,
  ],
  [{ ...plain, holder: { column: 'who', type: 'plan' } }, /^m\.json \/holder\/type /],
  [{ ...plain, stance: { column: 'position', values: { for: 'agrees' } } }, /^m\.json \/stance/],
  [{ ...plain, article: { title: 'x' } }, /^m\.json \/article needs a key or a url/],
  [{ ...plain, article: { key: '{report}', outlet: 'host' } }, /^m\.json \/article has the outlet from the host/],
  [{ ...plain, source: { kind: 'named', descriptor: 'x' } }, /^m\.json \/source a named source has an actor/],
  [{ ...plain, source: { kind: 'document' } }, /^m\.json \/source needs a descriptor/],
  [{ ...plain, delimiter: '"' }, /^m\.json \/delimiter is a sign of the format itself/],
  [{ ...plain, holders: 'who' }, /^m\.json \/holders is no member that the format knows/],
])('%j is refused at its place', (json, reason) => {
  expect(faultsOf(json)[0]).toMatch(reason);
});

it('the examples of the docs are mappings', () => {
  const folder = join(projectRoot, 'docs', 'examples');
  const mappings = readdirSync(folder).filter((name) => name.endsWith('.mapping.json'));
  expect(mappings.length).toBeGreaterThan(2);
  for (const name of mappings) parseMapping(JSON.parse(readFileSync(join(folder, name), 'utf8')), name);
});
