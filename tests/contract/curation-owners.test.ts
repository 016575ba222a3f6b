// Owners of outlets: what an entities document says of them reaches the count by owner.
import { expect, it } from 'vitest';
import { allEvidence } from '../../server/evidence/whole.ts';
import { entitiesDocument, entity, report } from '../builders.ts';
import { CurationGround } from './curation.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';

const by = (slug: string, source: string) => report({ slug, outlet: `outlet:${slug}`, says: [{ ...opposes, source }] });
const owned = (name: string, owner: string) => entity('Outlet', name, { owner });

describeEngines('the owner of an outlet', (engine) => {
  const ground = new CurationGround(engine);
  const byOwner = async () => (await ground.edge('OPPOSES country:a plan:x'))?.originsByOwner;

  it('makes outlets of one owner one origin, at once and whichever comes first', async () => {
    await ground.add(by('first', 'person:p'));
    await ground.add(by('second', 'person:q'));
    expect(await byOwner()).toBe(2);
    const both = entitiesDocument([owned('First', 'Sons & Co'), owned('Second', 'Sons & Co')]);
    await ground.add(both);
    const { articles } = await allEvidence(ground.store);
    expect([...articles.values()].map(({ owner }) => owner)).toEqual(['Sons & Co', 'Sons & Co']);
    expect(await byOwner()).toBe(1);
    expect((await ground.edge('OPPOSES country:a plan:x'))?.originsMax).toBe(2);
    await ground.add(entitiesDocument([owned('Second', 'Daughters & Co')]));
    expect(await byOwner()).toBe(2);

    await ground.clear();
    await ground.add(both);
    await ground.add(by('first', 'person:p'));
    await ground.add(by('second', 'person:q'));
    expect(await byOwner()).toBe(1);
  });
});
