import { describe, expect, it } from 'vitest';
import { attribution, draftOf, proposals } from '../world.ts';

/** For each position: the outlets relayed and whom they had it from. */
function origins(text: string, options: Parameters<typeof draftOf>[1] = {}): string[] {
  const draft = draftOf(text, options);
  const articles = new Map(proposals(draft, 'article').map((one) => [one.id, one]));
  const sources = new Map(proposals(draft, 'source').map((one) => [one.id, one]));
  return proposals(draft, 'claim').map(({ relays, sources: from }) => {
    const outlets = relays.map(({ article }) => articles.get(article)?.outlet ?? '');
    const who = from.map(({ source }) => {
      const found = sources.get(source);
      const spoke = articles.get(found?.spokeTo ?? '')?.outlet;
      return `${found?.actor ?? `${found?.descriptor} (${found?.sourceKind} ${found?.minCount})`}${spoke === undefined ? '' : ` to ${spoke}`}`;
    });
    return [...outlets, ...who].join(' < ');
  });
}

describe('relays', () => {
  it.each([
    ['Norland opposes the harbour tax, Coast Radio reported.', ['outlet:coast-radio']],
    ['According to the Harbour Times, Norland opposes the harbour tax.', ['outlet:harbour-times']],
    ['Norland opposes the harbour tax (Lumen).', ['outlet:lumen']],
    [
      'Coast Radio, citing four officials, reports that Norland opposes the harbour tax.',
      ['outlet:coast-radio < four officials (anonymous 4) to outlet:coast-radio'],
    ],
    [
      'Norland opposes the harbour tax, Coast Radio reported on Monday, citing officials.',
      ['outlet:coast-radio < officials (anonymous 2) to outlet:coast-radio'],
    ],
    [
      'Norland opposes the harbour tax, one Union official told Coast Radio.',
      ['outlet:coast-radio < one Union official (anonymous 1) to outlet:coast-radio'],
    ],
    ['Norland opposes the harbour tax, Mara Voss told Lumen.', ['outlet:lumen < person:mara-voss to outlet:lumen']],
    [
      'Norland opposes the harbour tax, according to a diplomat cited by the broadcaster Coast Radio.',
      ['outlet:coast-radio < a diplomat (anonymous 1) to outlet:coast-radio'],
    ],
    ['In a comment to Lumen, Mara Voss said that Norland opposes the harbour tax.', ['outlet:lumen']],
    ['Norland opposes the harbour tax, as reported by Lumen.', ['outlet:lumen']],
    ['Norland opposes the harbour tax, AP reported.', ['outlet:associated-press']],
    ['Norland opposes the harbour tax.', ['']],
  ])('%s', (text, expected) => {
    expect(origins(text)).toEqual(expected);
  });

  it('takes “the outlet” and “it” for the one relayed last', () => {
    const text =
      'Coast Radio reported on the harbour tax. The outlet said that Norland opposes the harbour tax. It says Estovia supports the harbour tax.';
    expect(origins(text)).toEqual(['outlet:coast-radio', 'outlet:coast-radio']);
  });

  it('takes the article’s own outlet for own reporting', () => {
    const text = 'Norland opposes the harbour tax, according to a letter seen by Lumen.';
    const [source] = proposals(draftOf(text, { article: { outlet: 'outlet:lumen' } }), 'source').filter(
      ({ sourceKind }) => sourceKind === 'ownReporting',
    );
    expect(source?.descriptor).toContain('Lumen');
  });

  it('makes one article of an outlet, and two where two days are given', () => {
    const one = draftOf(
      'Lumen reported that Norland opposes the harbour tax. Estovia supports the harbour tax, Lumen said.',
    );
    expect(proposals(one, 'article')).toHaveLength(1);
    const two = draftOf(
      'Lumen reported on 2 March 2026 that Norland opposes the harbour tax. Lumen reported on 5 March 2026 that Estovia supports the harbour tax.',
    );
    expect(proposals(two, 'article').map(({ publishedFrom }) => publishedFrom)).toEqual(['2026-03-02', '2026-03-05']);
  });

  it('offers the articles of the outlet that the database has, and merges none', () => {
    const articles = [
      {
        key: 'article:lumen-2026-03-02',
        outlet: 'outlet:lumen',
        publishedFrom: '2026-03-02',
        publishedTo: '2026-03-02',
      },
      { key: 'article:lumen-later', outlet: 'outlet:lumen', publishedFrom: '2026-03-20' },
    ];
    const entities = [
      { key: 'outlet:lumen', type: 'Outlet' as const, name: 'Lumen', aliases: [] },
      { key: 'plan:tax', type: 'Plan' as const, name: 'Harbour tax', aliases: [] },
    ];
    const draft = draftOf('Lumen reported on 2 March 2026 that France opposes the harbour tax.', {
      known: { entities, articles },
    });
    const [article] = proposals(draft, 'article');
    expect(article?.candidates.map(({ key }) => key)).toEqual(['article:lumen-2026-03-02']);
    expect(article?.article).not.toBe('article:lumen-2026-03-02');
  });
});

describe('attributions', () => {
  it('give a position to whom they name, and resolve “the source” to the one before', () => {
    const text =
      'A Union diplomat said Norland opposes the harbour tax. Estovia supports the harbour tax, the diplomat added.';
    const attributions = [
      attribution(text, 'A Union diplomat', 'said', 'Norland opposes the harbour tax'),
      attribution(text, 'the diplomat', 'added', 'Estovia supports the harbour tax'),
    ];
    const diplomat = 'A Union diplomat (anonymous 1)';
    expect(origins(text, { attributions })).toEqual([diplomat, diplomat]);
  });

  it('keep “he” and “she” to the person named last', () => {
    const text = 'Norland opposes the harbour tax, Mara Voss said. Estovia supports the harbour tax, she added.';
    const attributions = [
      attribution(text, 'Mara Voss', 'said', 'Norland opposes the harbour tax'),
      attribution(text, 'she', 'added', 'Estovia supports the harbour tax'),
    ];
    expect(origins(text, { attributions })).toEqual(['person:mara-voss', 'person:mara-voss']);
  });

  it('count one official among the officials of the same article once', () => {
    const text =
      'Coast Radio, citing four officials, reports that Norland opposes the harbour tax. Estovia supports the harbour tax, one official told Coast Radio.';
    const sources = proposals(draftOf(text), 'source');
    const whole = sources.find(({ minCount }) => minCount === 4);
    expect(sources.find(({ minCount }) => minCount === 1)?.memberOf).toBe(whole?.id);
  });
});
