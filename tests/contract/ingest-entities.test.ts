// Which entities a document means, and what of it they keep, on every engine.
import { expect, it } from 'vitest';
import { removeArticle } from '../../server/ingest/remove.ts';
import { entitiesDocument, entity, entityOf, report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { Ground, one, opposes, refusal } from './ingest-setup.ts';

describeEngines('entities of documents', (engine) => {
  const ground = new Ground(engine);

  const hungary = () => entity('Country', 'Hungary', { aliases: ['Magyarország'] });

  it("adds names as aliases: the document's own and capitalised words of the article", async () => {
    await ground.add(entitiesDocument([hungary()]));
    const span = (start: number, quote: string) => ({ start, end: start + quote.length, quote });
    const mentions = [span(0, 'Budapest'), span(20, 'the country')];
    await ground.add(
      report({
        slug: 'one',
        says: [{ ...opposes, holder: 'country:hungary' }],
        entities: [entity('Country', 'Hungary', { name: 'Hongrie', mentions })],
      }),
    );
    expect(await ground.node('country:hungary')).toMatchObject({
      name: 'Hungary',
      aliases: ['Magyarország', 'Budapest', 'Hongrie'],
      curated: true,
      nameIndex: '| hungary | magyarorszag | budapest | hongrie |',
    });
  });

  it('finds an entity under another key by its name, and says so', async () => {
    await ground.add(entitiesDocument([hungary()]));
    const given = { type: 'Country' as const, key: 'country:hu', name: 'MAGYARORSZÁG' };
    const result = await ground.add(
      report({ slug: 'one', says: [{ ...opposes, holder: 'country:hu' }], entities: [given] }),
    );
    expect(result.matched).toEqual([{ key: 'country:hungary', given: 'country:hu', by: 'alias' }]);
    expect(await ground.node('country:hu')).toBeUndefined();
    expect(await ground.edge('OPPOSES country:hungary plan:x')).toMatchObject({ articles: 1 });
  });

  it('refuses a name that two go by, listing both', async () => {
    await ground.add(
      entitiesDocument([
        entity('Person', 'Anna Kiss', { aliases: ['Kiss'] }),
        entity('Person', 'Péter Kiss', { aliases: ['Kiss'] }),
      ]),
    );
    const before = await ground.dump();
    const person = { type: 'Person' as const, key: 'person:kiss', name: 'Kiss' };
    const error = await refusal(
      ground.add(report({ slug: 'one', says: [{ ...opposes, holder: 'person:kiss' }], entities: [person] })),
    );
    expect(error.details.errors).toEqual([
      {
        file: 'test.json',
        pointer: '/entities/0/key',
        reason: expect.stringContaining(
          'person:anna-kiss (Anna Kiss), person:péter-kiss (Péter Kiss); use the key of the one meant',
        ),
      },
    ]);
    expect(await ground.dump()).toEqual(before);
  });

  it('never takes an entity of another type for it, nor one that the document names itself', async () => {
    await ground.add(entitiesDocument([entity('Organization', 'Georgia'), entity('Country', 'Hungary')]));
    const both = [
      entityOf('country:georgia'),
      entityOf('country:hungary'),
      { ...entityOf('country:hu'), name: 'Hungary' },
    ];
    const result = await ground.add(
      report({ slug: 'one', says: [{ ...opposes, holder: 'country:hu' }], entities: both }),
    );
    expect(result.created.Country).toBe(2);
  });

  it('refuses keys that are nowhere defined, with the nearest', async () => {
    await ground.add(entitiesDocument([hungary(), entityOf('plan:x')]));
    const before = await ground.dump();
    const error = await refusal(
      ground.add(report({ slug: 'one', says: [{ ...opposes, holder: 'country:hungari' }], bare: true })),
    );
    expect(error.details.errors).toEqual([
      {
        file: 'test.json',
        pointer: '/claims/0/holder',
        reason:
          '"country:hungari" is neither in this document nor in the database; nearest: country:hungary (Hungary); or define it in entities, or import the entities document that does',
      },
    ]);
    expect(await ground.dump()).toEqual(before);
    expect(
      await ground.add(report({ slug: 'one', says: [{ ...opposes, holder: 'country:hungary' }], bare: true })),
    ).toMatchObject({ outcome: 'created' });
  });

  it('refuses another outlet for the same article', async () => {
    await ground.add(one());
    const other = report({ slug: 'wire', outlet: 'outlet:other', says: [opposes] });
    expect((await refusal(ground.add(other))).details.errors?.[0]).toMatchObject({
      pointer: '/article/outlet',
      reason: expect.stringContaining('is published by outlet:agency'),
    });
  });

  it('keeps curated entities and relations when the articles go, exactly as they were', async () => {
    const relation = { type: 'MEMBER_OF' as const, start: 'country:a', end: 'organization:o', from: '1999' };
    await ground.add(
      entitiesDocument(
        [{ ...entityOf('country:a'), aliases: ['Aland'] } as never, entityOf('organization:o')],
        [relation],
      ),
    );
    const before = await ground.dump();
    expect(
      await ground.add(
        entitiesDocument(
          [{ ...entityOf('country:a'), aliases: ['Aland'] } as never, entityOf('organization:o')],
          [relation],
        ),
      ),
    ).toMatchObject({ outcome: 'unchanged' });
    await ground.add(
      report({
        slug: 'one',
        says: [opposes],
        entities: [
          { ...entityOf('country:a'), aliases: ['Alia'], description: 'Other.' } as never,
          entityOf('organization:o'),
        ],
        relations: [{ ...relation, to: '2030' }],
      }),
    );
    expect(await ground.node('country:a')).toMatchObject({ aliases: ['Aland', 'Alia'] });
    await removeArticle(ground.store, 'article:one');
    expect(await ground.dump()).toEqual(before);
  });

  it('gives the same graph whether entities come before or after the articles', async () => {
    const curated = entitiesDocument([
      { ...entityOf('country:a'), name: 'Ay', description: 'Curated.', aliases: ['Aa'] } as never,
    ]);
    const article = report({
      slug: 'one',
      says: [opposes],
      entities: [{ ...entityOf('country:a'), aliases: ['Eh'], description: 'Not.' } as never],
    });
    for (const json of [curated, article]) await ground.add(json);
    const before = await ground.dump();
    await ground.clear();
    for (const json of [article, curated]) await ground.add(json);
    expect(await ground.dump()).toEqual(before);
  });
});
