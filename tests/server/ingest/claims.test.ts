// Rows from documents: keys that documents agree on, and no influence of the order in which a document lists things.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsRows } from '../../../server/ingest/claims.ts';
import { parseDocument } from '../../../server/ingest/document.ts';
import { claimKey, questionKey, revisionKey, sourceKey } from '../../../server/ingest/keys.ts';
import { report, type Said } from '../../builders.ts';
import { reportInput } from './arbitrary.ts';

function rowsOf(json: unknown) {
  const parsed = parseDocument(json);
  if (parsed.kind !== 'claims') throw new Error('A claims document was expected.');
  return claimsRows(parsed.document, { documentHash: 'sha256:0' });
}
const count = {
  id: 'c',
  kind: 'count' as const,
  holder: 'organization:nato',
  target: 'plan:x',
  stance: 'opposes' as const,
  text: '…',
};

describe('keys', () => {
  it('gives one claim for one proposition, however it is worded', () => {
    const claim = {
      id: 'a',
      kind: 'stance' as const,
      holder: 'country:hu',
      target: 'plan:x',
      stance: 'opposes' as const,
      text: 'One.',
    };
    expect(claimKey({ ...claim, id: 'b', text: 'Another.' })).toBe(claimKey(claim));
    expect(claimKey(claim)).toMatch(/^claim:[0-9a-f]{20}$/);
    expect(claimKey({ ...claim, stance: 'supports' })).not.toBe(claimKey(claim));
    expect(questionKey({ ...claim, holder: 'country:sk' })).not.toBe(questionKey(claim));
  });

  it('tells counts apart by every part of the count', () => {
    const counts = [
      { quantifier: 'atLeast' as const, number: 7, of: 32 },
      { quantifier: 'exactly' as const, number: 7, of: 32 },
      { quantifier: 'atLeast' as const, number: 8, of: 32 },
      { quantifier: 'atLeast' as const, number: 7 },
      { quantifier: 'majority' as const },
    ];
    const stance = claimKey({ ...count, kind: 'stance' });
    expect(new Set([stance, ...counts.map((more) => claimKey({ ...count, ...more }))]).size).toBe(6);
  });

  it('tells statements apart by their words, not by their spelling', () => {
    const statement = { id: 's', kind: 'statement' as const, holder: 'person:p', text: 'The  président SPOKE.' };
    expect(claimKey({ ...statement, text: 'the president spoke' })).toBe(claimKey(statement));
    expect(claimKey({ ...statement, text: 'the president slept' })).not.toBe(claimKey(statement));
  });

  it('makes a named source its actor and never merges two anonymous ones', () => {
    const anonymous = { id: 'officials', kind: 'anonymous' as const };
    expect(sourceKey({ id: 'x', kind: 'named', actor: 'person:p' }, 'article:one')).toBe('source:person:p');
    expect(sourceKey(anonymous, 'article:one')).toBe('source:one#officials');
    expect(sourceKey(anonymous, 'article:two')).toBe('source:two#officials');
    expect(sourceKey({ ...anonymous, spokeTo: 'article:wire' }, 'article:two')).toBe('source:wire#officials');
  });

  it('names a revision by its text', () => {
    expect(revisionKey('article:one', `sha256:0123456789${'a'.repeat(54)}`)).toBe('article:one.01234567');
  });
});

describe('claimsRows', () => {
  const said: Said = { holder: 'country:a', stance: 'opposes', target: 'plan:x', relays: 'article:wire' };

  it('gives every relation two ends that are rows or entities of the document', () => {
    const rows = rowsOf(
      report({ slug: 'one', outlet: 'outlet:first', says: [said], quotes: [{ text: 'Never.', speaker: 'person:p' }] }),
    );
    const keys = new Set(rows.nodes.map(({ key }) => key));
    expect(rows.relations.filter(({ source, target }) => !keys.has(source) || !keys.has(target))).toEqual([]);
    expect(rows.relations.filter(({ type }) => type === 'KNOWN_FROM')).toHaveLength(1);
    expect(rows.nodes.find(({ key }) => key === 'article:wire')?.properties.held).toBeUndefined();
  });

  it('puts a stated date at both ends, leaves an inferred one open, and has none where the basis is unknown', () => {
    const document = report({ slug: 'one', says: [said] });
    const dated = (dateBasis: 'stated' | 'inferred') =>
      rowsOf({ ...document, article: { ...document.article, publishedTo: '2024-10', dateBasis } }).nodes.find(
        ({ key }) => key === 'article:one',
      )?.properties;
    expect(dated('stated')).toMatchObject({ publishedFrom: '2024-10', publishedTo: '2024-10' });
    expect(dated('inferred')).toMatchObject({ publishedTo: '2024-10' });
    expect(dated('inferred')).not.toHaveProperty('publishedFrom');
    expect(rowsOf(document).nodes.find(({ key }) => key === 'article:one')?.properties).not.toHaveProperty(
      'publishedTo',
    );
  });

  it('refuses two claims, or two assertions, that come out as one', () => {
    const document = report({ slug: 'one', says: [said] });
    const [claim] = document.claims ?? [];
    const [assertion] = document.assertions ?? [];
    const twice = {
      ...document,
      claims: [claim, { ...claim, id: 'again' }],
      assertions: [...(document.assertions ?? []), { ...assertion, id: 'b', claim: 'again' }],
    };
    expect(() => rowsOf(twice)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({
          errors: [
            {
              pointer: '/claims/1',
              reason: '"again" is the same proposition as "country-a-opposes-plan-x"; keep one of the two',
            },
            { pointer: '/assertions/2', reason: expect.stringContaining('"b" is the same assertion') },
          ],
        }),
      }),
    );
  });

  it('never depends on the order of the lists in the document', () => {
    const shuffled = fc
      .constantFrom('one', 'two', 'wire')
      .chain(reportInput)
      .map(report)
      .chain((document) => {
        const lists = [
          'articles',
          'entities',
          'sources',
          'utterances',
          'quotes',
          'claims',
          'assertions',
          'relations',
        ] as const;
        const turned = lists.map((name) => {
          const list: unknown[] = document[name] ?? [];
          return fc.shuffledSubarray(list, { minLength: list.length }).map((items) => [name, items] as const);
        });
        return fc.tuple(
          fc.constant(document),
          fc.tuple(...turned).map((pairs) => ({ ...document, ...Object.fromEntries(pairs) })),
        );
      });
    fc.assert(
      fc.property(shuffled, ([document, other]) => {
        expect(rowsOf(other)).toEqual(rowsOf(document));
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
