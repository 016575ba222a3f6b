// What the five bundled reports come to on both engines: every number against the one worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Contradictions, StanceTable, UtteranceView } from '../../server/schema/comparison.ts';
import type { Evidence } from '../../server/schema/view.ts';
import { bundledApi } from './api.ts';
import { expectedStances } from './bundled-origins.ts';
import { engines } from './engines.ts';

const of = encodeURIComponent;
const politico = 'article:politico-2024-10-23-at-least-seven-oppose';

describe.each(engines.filter((engine) => engine.skipped === undefined))('the bundled reports on $name', (engine) => {
  const api = bundledApi(engine);

  it('have the origins, articles and sources worked out by hand, stance by stance', async () => {
    const { rows } = await api.json<StanceTable>('/api/stances');
    const found = rows.map(({ edgeKey, originsMin, originsMax, articles, sources }) => ({
      edge: edgeKey,
      origins: `${originsMin}–${originsMax}`,
      articles,
      sources,
    }));
    const byEdge = (a: { edge: string }, b: { edge: string }): number => (a.edge < b.edge ? -1 : 1);
    expect(found.sort(byEdge)).toEqual([...expectedStances].sort(byEdge));
  });

  it('rest what Belgium, Slovenia and Spain hold on the invitation on Politico’s report alone', async () => {
    for (const holder of ['country:be', 'country:si', 'country:es']) {
      for (const type of ['OPPOSES', 'NONCOMMITTAL_ON', 'DEFERS_ON']) {
        const key = `${type}~${holder}~plan:nato-invitation`;
        const { origins, derivation } = await api.json<Evidence>(`/api/edges/${of(key)}/evidence`);
        // Whichever of the three articles say so, all have it from Politico, which alone spoke to the officials.
        expect(origins).toMatchObject({ min: 1, max: 1, circular: [], dateConflicts: [], cut: [politico] });
        const [origin, ...more] = derivation?.origins ?? [];
        expect([origin?.name, origin?.cut, more]).toEqual(['Politico', [politico], []]);
        expect(origin?.onWordOf.join()).toMatch(/official/);
        const without = await api.json<Evidence>(`/api/edges/${of(key)}/evidence?without=${of(politico)}`);
        expect(without.assertions).toEqual([]);
      }
    }
  });

  it('call each origin by the report that has the source, not by the report that is read', async () => {
    const titles = async (edge: string) => {
      const { derivation } = await api.json<Evidence>(`/api/edges/${of(edge)}/evidence`);
      return derivation?.origins.map(({ title }) => title);
    };
    expect(await titles('OPPOSES~country:hu~plan:nato-invitation')).toEqual([
      'Politico (unnamed US officials and NATO sources, at least 4 people)',
      'Suspilne (the source, unnamed)',
    ]);
    // Only Kyiv Post is read for it, through RBC-Ukraine; Orbán himself is quoted by two articles.
    const office = 'SUPPORTS~organization:office-of-the-president-of-ukraine~plan:nato-invitation';
    expect(await titles(office)).toEqual(['RBC-Ukraine (Serhii Nykyforov)']);
    expect(await titles('OPPOSES~person:viktor-orban~plan:victory-plan')).toEqual(['Viktor Orbán']);
  });

  it('list the spokesperson’s denial against the count of seven and against Politico’s report, as no count conflict', async () => {
    const { rows } = await api.json<Contradictions>('/api/contradictions?plan=plan:nato-invitation');
    expect(rows.filter(({ type }) => type === 'count')).toEqual([]);
    const ofNato = rows.filter((row) => row.type === 'denial' && row.holder?.key === 'organization:nato');
    const sides = ofNato.flatMap(({ a, b }) => [a, b]);
    // RBC-Ukraine and Babel both have it from Nykyforov: one origin, whichever way the denial is put.
    const denying = sides.filter((side) => side.sayers.some(({ onWordOf }) => /nykyforov/i.test(onWordOf ?? '')));
    expect(denying.length).toBeGreaterThanOrEqual(2);
    for (const side of denying) expect(side.origins).toMatchObject({ min: 1, max: 1 });
    // Against the claim that at least seven oppose …
    expect(sides.some(({ title, mode }) => mode === 'asserts' && /at least seven/i.test(title))).toBe(true);
    // … and against the article that brought it.
    expect(sides.some(({ article }) => article === politico)).toBe(true);
    for (const row of ofNato) expect(row.disposition.state).toBe('open');
  });

  it('take the two English renderings of Orbán’s remark as one utterance with two wordings', async () => {
    const { rows } = await api.json<Contradictions>('/api/contradictions?type=wording');
    const orban = rows.find(({ holder }) => holder?.key === 'person:viktor-orban');
    expect(orban).toBeDefined();
    const utterance = await api.json<UtteranceView>(
      `/api/utterances/${of('utterance:orban-victory-plan-more-than-horrifying')}`,
    );
    expect(utterance.renderings.map(({ text }) => text).sort()).toEqual([
      'more than horrifying',
      'more than terrifying',
    ]);
    const changed = utterance.renderings.map(({ words }) =>
      words.filter(({ same }) => !same).map(({ text }) => text.trim()),
    );
    expect(changed.flat().sort()).toEqual(['horrifying', 'terrifying']);
  });
});
