// What a document says once entities were merged and split: a function of the document and of what stands.
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../../server/evidence/operations.ts';
import { bearerOf, redirects } from '../../../../server/evidence/operations.ts';
import { assertionKeys, claimsRows } from '../../../../server/ingest/claims.ts';
import { parseDocument } from '../../../../server/ingest/document.ts';
import { effective } from '../../../../server/ingest/merged/effective.ts';
import type { ClaimsDocument, ClaimsDocumentInput } from '../../../../server/schema/article.ts';
import { report } from '../../../builders.ts';

const parsed = (input: ClaimsDocumentInput): ClaimsDocument => parseDocument(input).document as ClaimsDocument;
const merge = (from: string, into: string, names: string[] = []): Operation => ({
  ...{ key: `merge:${from}`, kind: 'merge', from, into, names, position: 1 },
  ...{ articles: new Set(), assertions: new Set() },
});
const split = (from: string, into: string, more: Partial<Operation>): Operation => ({
  ...{ key: `split:${into}`, kind: 'split', from, into, names: [], position: 1 },
  ...{ articles: new Set(), assertions: new Set() },
  ...more,
});
const opposes = { stance: 'opposes' as const, target: 'plan:x' };
const document = () =>
  parsed(
    report({
      slug: 'one',
      says: [
        { holder: 'person:a', ...opposes, source: 'person:a' },
        { holder: 'person:b', ...opposes, source: 'person:b' },
        { holder: 'person:a', ...opposes, mode: 'denies' },
      ],
      relations: [{ type: 'PART_OF', start: 'plan:x', end: 'plan:y' }],
      entities: [
        { type: 'Plan', key: 'plan:x', name: 'X' },
        { type: 'Plan', key: 'plan:y', name: 'Y' },
        { type: 'Person', key: 'person:a', name: 'Ana', aliases: ['A.'] },
        { type: 'Person', key: 'person:b', name: 'Bea', description: 'A minister.' },
      ],
    }),
  );

describe('a document under merges and splits', () => {
  it('is the very same where nothing bears on it', () => {
    const given = document();
    expect(effective(given, [merge('person:z', 'person:a')]).document).toBe(given);
  });

  it('has one entry, one claim and one source of two that are one', () => {
    const { document: now, claims } = effective(document(), [merge('person:b', 'person:a')]);
    expect(now.entities.filter(({ type }) => type === 'Person')).toEqual([
      { type: 'Person', key: 'person:a', name: 'Ana', aliases: ['A.', 'Bea'], description: 'A minister.' },
    ]);
    expect(now.claims).toHaveLength(1);
    expect(new Set(claims.values()).size).toBe(1);
    expect(now.assertions).toHaveLength(3);
    // It makes rows as any document does: nothing in it is twice.
    expect(() => claimsRows(now, { documentHash: '' })).not.toThrow();
  });

  it('has no relation of one to itself', () => {
    expect(effective(document(), [merge('plan:y', 'plan:x')]).document.relations).toEqual([]);
  });

  it('says of another what the chosen assertions say', () => {
    const given = document();
    const [first = ''] = [...assertionKeys(given).values()];
    const { document: now } = effective(given, [split('person:a', 'person:c', { assertions: new Set([first]) })]);
    expect(now.claims.map(({ holder }) => holder).sort()).toEqual(['person:a', 'person:b', 'person:c']);
    expect(now.sources.map(({ actor }) => actor).sort()).toEqual(['person:b', 'person:c']);
    expect(() => claimsRows(now, { documentHash: '' })).not.toThrow();
    const whole = effective(given, [split('person:a', 'person:c', { articles: new Set(['article:one']) })]);
    expect(whole.document.claims.map(({ holder }) => holder)).not.toContain('person:a');
  });

  it('comes to the same in whichever order two merges that have nothing in common are made', () => {
    const [one, other] = [merge('person:b', 'person:a'), merge('plan:y', 'plan:x')];
    const keys = (operations: Operation[]) =>
      claimsRows(effective(document(), operations).document, { documentHash: '' }).nodes.map(({ key }) => key);
    expect(keys([one, other])).toEqual(keys([other, one]));
  });
});

describe('old keys and names', () => {
  it('lead to the end of a chain', () => {
    const chain = [merge('person:a', 'person:b'), merge('person:b', 'person:c')];
    expect([...redirects(chain)]).toEqual([
      ['person:a', 'person:c'],
      ['person:b', 'person:c'],
    ]);
  });

  it('tell whom a name meant before', () => {
    const chain = [merge('person:a', 'person:b', ['ana']), merge('person:b', 'person:c', ['bea', 'ana'])];
    expect(bearerOf('person:c', 'Ana', chain)).toBe('person:a');
    expect(bearerOf('person:c', 'Bea', chain)).toBe('person:b');
    expect(bearerOf('person:c', 'Cia', chain)).toBe('person:c');
  });
});
