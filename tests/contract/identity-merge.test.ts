// Merging entities and taking that back: what is said of one is said of the other, and the database comes back as it was.
import { expect, it } from 'vitest';
import { addHypothesis } from '../../server/curation/hypotheses.ts';
import { mergeEntities } from '../../server/identity/merge.ts';
import { undoOperation } from '../../server/identity/undo.ts';
import { entitiesDocument, entityOf, report } from '../builders.ts';
import { CurationGround } from './curation.ts';
import { describeEngines } from './engines.ts';

const opposes = { stance: 'opposes' as const, target: 'plan:x' };
const first = () => report({ slug: 'first', outlet: 'outlet:one', says: [{ holder: 'person:jon-smith', ...opposes }] });
const second = () =>
  report({
    slug: 'second',
    outlet: 'outlet:two',
    says: [{ holder: 'person:john-smith', ...opposes, source: 'person:jon-smith' }],
    quotes: [{ text: 'no way', speaker: 'person:jon-smith' }],
  });
const third = () =>
  report({
    slug: 'third',
    says: [
      { holder: 'person:jon-smith', ...opposes, relays: 'article:second' },
      { holder: 'person:john-smith', ...opposes, source: 'insider' },
    ],
    relations: [{ type: 'MEMBER_OF', start: 'person:jon-smith', end: 'organization:o', from: '2020' }],
    entities: [entityOf('organization:o')],
  });
const both = { from: 'person:jon-smith', into: 'person:john-smith', by: 'Ada', why: 'One man.' };

describeEngines('merging entities', (engine) => {
  const ground = new CurationGround(engine);

  const merge = (body = both) => mergeEntities(ground.store, body);
  const undo = (key = 'merge:person:jon-smith') => undoOperation(ground.store, key);

  it('makes one of two, and two again', async () => {
    for (const document of [first(), second(), third()]) await ground.add(document);
    await ground.thereAndBack(
      () => merge(),
      async () => {
        expect(await ground.node('person:jon-smith')).toBeUndefined();
        expect(await ground.node('person:john-smith')).toMatchObject({ aliases: ['Jon Smith'] });
        expect(await ground.edge('OPPOSES person:john-smith plan:x')).toMatchObject({ articles: 3 });
      },
      () => undo(),
    );
  });

  it('holds for what documents of shared entities say', async () => {
    await ground.add(first());
    await ground.add(third());
    await ground.add(
      entitiesDocument(
        [
          { ...entityOf('person:jon-smith'), description: 'A minister.', aliases: ['J. Smith'] },
          entityOf('organization:o'),
        ],
        [{ type: 'MEMBER_OF', start: 'person:jon-smith', end: 'organization:o', from: '2019' }],
      ),
    );
    await ground.add(second());
    await ground.thereAndBack(
      () => merge(),
      async () => {
        expect(await ground.node('person:john-smith')).toMatchObject({
          description: 'A minister.',
          aliases: ['Jon Smith', 'J. Smith'],
        });
      },
      () => undo(),
    );
  });

  it('brings what comes in under the old key to where it belongs, before and after it is taken back', async () => {
    const later = [
      report({ slug: 'later', says: [{ holder: 'person:jon-smith', ...opposes, stance: 'supports' }] }),
      report({
        slug: 'by-name',
        says: [{ holder: 'person:js', ...opposes }],
        entities: [{ ...entityOf('person:js'), name: 'Jon Smith' }],
      }),
      report({ slug: 'other', says: [{ holder: 'person:john-smith', ...opposes, source: 'person:john-smith' }] }),
    ];
    for (const document of [first(), second(), third(), ...later]) await ground.add(document);
    const asIfNever = await ground.dump();
    await ground.clear();
    for (const document of [first(), second(), third()]) await ground.add(document);
    await merge();
    const reports = [];
    for (const document of later) reports.push(await ground.add(document));
    expect(reports[0]?.matched).toContainEqual({ key: 'person:john-smith', given: 'person:jon-smith', by: 'key' });
    expect(reports[1]?.matched).toContainEqual({ key: 'person:john-smith', given: 'person:js', by: 'alias' });
    expect(await ground.edge('SUPPORTS person:john-smith plan:x')).toMatchObject({ articles: 1 });
    await undo();
    expect(await ground.dump()).toEqual(asIfNever);
  });

  it('takes decisions along and brings them back', async () => {
    for (const document of [first(), second(), third()]) await ground.add(document);
    await addHypothesis(ground.store, {
      source: 'source:third#insider',
      identifiedAs: 'person:jon-smith',
      by: 'Ada',
      confidence: 0.5,
    });
    await ground.decide('POST', '/api/grades', { subject: 'source:person:jon-smith', reliability: 'B', by: 'Ada' });
    await ground.decide('POST', '/api/notes', { subject: 'person:jon-smith', text: 'Who?', by: 'Ada' });
    await ground.decide('POST', '/api/notes', { subject: 'OPPOSES~person:jon-smith~plan:x', text: 'Why?', by: 'Ada' });
    await ground.thereAndBack(
      () => merge(),
      async () => {
        expect(await ground.node('source:person:john-smith')).toMatchObject({ reliability: 'B' });
        const { notes } = await ground.api.json<{ notes: { subjectKey: string }[] }>('/api/notes');
        expect(notes.map(({ subjectKey }) => subjectKey).sort()).toEqual([
          'OPPOSES~person:john-smith~plan:x',
          'person:john-smith',
        ]);
      },
      () => undo(),
    );
  });
});
