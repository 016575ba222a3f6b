// Who of a set has said nothing, of whom something else is said, and why support is gone, over HTTP and in the brief.
import { expect, it } from 'vitest';
import type { StanceTable } from '../../server/schema/comparison.ts';
import type { Evidence } from '../../server/schema/view.ts';
import { entitiesDocument, entity, entityOf, report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';

const said = { holder: 'country:a', target: 'plan:x' };
const edge = 'OPPOSES~country:a~plan:x';
const agency = () =>
  report({
    slug: 'agency',
    outlet: 'outlet:agency',
    day: '2024-03-01',
    says: [{ ...said, stance: 'opposes', source: 'person:p' }],
  });
const daily = () =>
  report({
    slug: 'daily',
    outlet: 'outlet:daily',
    day: '2024-03-02',
    says: [{ ...said, stance: 'opposes', relays: 'article:agency', relayedSource: 'person:p' }],
    stubOutlets: { 'article:agency': 'outlet:agency' },
  });

describeEngines('silence and lost support', (engine) => {
  const ground = new CurationGround(engine);
  const get = <T>(path: string) => ground.api.json<T>(path);

  it('list members apart of whose position something else is said, and do not call them silent', async () => {
    await ground.add(agency());
    const [league, z] = [entity('Organization', 'League'), entity('Country', 'Z')];
    const keys = ['country:a', 'country:b', 'country:c', 'country:d'];
    const members = [...keys.map(entityOf), z];
    const joined = members.map(({ key }) => ({ type: 'MEMBER_OF' as const, start: key, end: league.key }));
    await ground.add(entitiesDocument([...members, league], joined));
    const on = (holder: string, more: object) => ({
      ...said,
      holder,
      stance: 'opposes' as const,
      source: 'insider',
      ...more,
    });
    const monthly = report({
      slug: 'monthly',
      outlet: 'outlet:monthly',
      day: '2024-05-01',
      says: [
        on('country:b', { mode: 'denies' }),
        on('country:c', { modality: 'expected' }),
        on('country:d', { review: 'proposed' }),
      ],
    });
    await ground.add(monthly);
    const asked = async (query = '') => {
      const path = `/api/stances?plan=plan:x&among=organization:league${query}`;
      const { silent = [], unsettled = [] } = await get<StanceTable>(path);
      return [silent.map(({ key }) => key), unsettled];
    };
    const [silent, unsettled] = await asked();
    // What waits for review says nothing yet.
    expect(silent).toEqual(['country:d', 'country:z']);
    const spoken = (holder: string, mode: string, modality: string) => ({
      holder: { key: `country:${holder.toLowerCase()}`, name: holder, labels: ['Country'] },
      said: [{ plan: { key: 'plan:x', name: 'X' }, stance: 'opposes', mode, modality }],
    });
    expect(unsettled).toMatchObject([spoken('B', 'denies', 'now'), spoken('C', 'asserts', 'expected')]);
    // The same where it is computed under a filter; before the report all three were silent.
    expect(await asked('&asOf=2999')).toEqual([silent, unsettled]);
    expect(await asked('&asOf=2024-04-01')).toEqual([keys.slice(1).concat('country:z'), []]);
    // Without a plan, somebody who has a position on any is neither, and the plan spoken of has its column.
    const table = await get<StanceTable>('/api/stances?among=organization:league');
    expect(table.unsettled?.map(({ holder }) => holder.key)).toEqual(['country:b', 'country:c']);
    expect(table.plans.map(({ key }) => key)).toEqual(['plan:x']);
    const brief = await (await ground.api.get('/api/briefs?plan=plan:x&among=organization:league')).text();
    expect(brief).toMatch(/gives a position to D and Z\..*/);
    expect(brief).toMatch(/\*\*B\*\*: that it opposes it is denied\.\[\^\d+\]/);
    expect(brief).toMatch(/\*\*C\*\*: that it opposes it is expected\.\[\^\d+\]/);
  });

  it('name what was corrected, and by which article, where that took the support away', async () => {
    await ground.add(agency());
    await ground.add(daily());
    const denial = { ...said, stance: 'opposes' as const, mode: 'denies' as const, source: 'insider' };
    const amends = { slug: 'amends', outlet: 'outlet:agency', day: '2024-04-01', corrects: ['article:agency'] };
    await ground.add(report({ ...amends, says: [denial] }));
    const found = await get<Evidence>(`/api/edges/${of(edge)}/evidence`);
    const corrected = [{ article: 'article:agency', by: ['article:amends'] }];
    expect(found.origins).toMatchObject({ min: 0, max: 0, retracted: [], corrected });
    expect(found.derivation?.origins).toEqual([]);
    const then = await get<Evidence>(`/api/edges/${of(edge)}/evidence?asOf=2024-03-31`);
    expect(then.origins).toMatchObject({ min: 1, max: 1, corrected: [] });
    const brief = await (await ground.api.get('/api/briefs?plan=plan:x')).text();
    expect(brief).toMatch(/\*\*A\*\*: its support has been withdrawn: Agency \(.*\) was corrected by Agency \(.*\)\./);
  });
});
