// What a document must be, and how its faults are told: file, JSON pointer, reason.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidDocument } from '../../../server/errors.ts';
import { parseDocument } from '../../../server/ingest/document.ts';
import { projectRoot } from '../../../server/root.ts';
import { entitiesDocument, entity } from '../../builders.ts';
import { faulty, good, spoilt } from './spoilt.ts';

/** The faults of a document as "pointer: reason". */
function faults(json: unknown): string[] {
  try {
    parseDocument(json, 'bad.json');
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    const errors = error.details.errors ?? [];
    expect(errors.every(({ file }) => file === 'bad.json')).toBe(true);
    return errors.map(({ pointer, reason }) => `${pointer}: ${reason}`);
  }
  return [];
}

describe('parseDocument', () => {
  it('takes a good document and fills the defaults in', () => {
    const parsed = parseDocument(good());
    expect(parsed.kind).toBe('claims');
    expect(parsed.kind === 'claims' && parsed.document.assertions[0]?.extractor).toBe('hand');
  });

  it('takes the bundled documents', () => {
    const data = join(projectRoot, 'data');
    const files = ['entities.json', ...readdirSync(join(data, 'reports')).map((name) => join('reports', name))];
    for (const file of files) parseDocument(JSON.parse(readFileSync(join(data, file), 'utf8')), file);
    expect(files.length).toBeGreaterThan(5);
  });

  it('hashes the content, whatever the order of members and the $schema', () => {
    const document = good();
    const turned = { $schema: './x.json', ...Object.fromEntries(Object.entries(document).reverse()) };
    expect(parseDocument(turned).hash).toBe(parseDocument(document).hash);
    expect(parseDocument({ ...document, article: { ...document.article, title: 'Other' } }).hash).not.toBe(
      parseDocument(document).hash,
    );
  });

  it.each(faulty)('refuses %s', (_, json, expected) => {
    expect(faults(json)).toContainEqual(expect.stringContaining(expected));
  });

  it('tells all faults at once and says what to do', () => {
    const json = spoilt((d) => {
      d.claims[1].includes = [d.claims[1].id];
      d.assertions[0].claim = 'nowhere';
    });
    expect(faults(json)).toHaveLength(3);
    expect(() => parseDocument(json, 'bad.json')).toThrow('bad.json has 3 faults; nothing of it was written.');
  });

  it('refuses places in an entities document', () => {
    const span = { start: 0, end: 1, quote: 'N' };
    const json = entitiesDocument([entity('Organization', 'N', { mentions: [span] })]);
    expect(faults(json)).toEqual([
      '/entities/0/mentions: an entities document belongs to no article: put mentions into the claims document',
    ]);
  });
});
