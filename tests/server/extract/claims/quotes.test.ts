import { describe, expect, it } from 'vitest';
import { attribution, draftOf, proposals } from '../world.ts';

describe('quotations', () => {
  it('have their speaker, and are held by the position they state', () => {
    const text = '“Norland opposes the harbour tax,” Mara Voss said.';
    const draft = draftOf(text, {
      attributions: [attribution(text, 'Mara Voss', 'said', '“Norland opposes the harbour tax,”')],
    });
    const [quote] = proposals(draft, 'quote');
    expect(quote).toMatchObject({ speaker: 'person:mara-voss', span: { quote: 'Norland opposes the harbour tax,' } });
    expect(proposals(draft, 'claim').map(({ quotes }) => quotes)).toEqual([[quote?.id]]);
  });

  it('without a position are statements of their speaker', () => {
    const text = 'Mara Voss said: “The sea is cold this year.”';
    const draft = draftOf(text, {
      attributions: [attribution(text, 'Mara Voss', 'said', '“The sea is cold this year.”')],
    });
    const [claim] = proposals(draft, 'claim');
    expect(claim?.claim).toMatchObject({ kind: 'statement', holder: 'person:mara-voss' });
  });

  it('are none where the marks only set off a name', () => {
    const text = 'Mara Voss presented her “harbour tax” to Norland.';
    const draft = draftOf(text, {
      attributions: [attribution(text, 'Mara Voss', 'presented', 'her “harbour tax” to Norland')],
    });
    expect(proposals(draft, 'quote')).toEqual([]);
  });

  it('of an anonymous speaker are the source’s', () => {
    const text = '“Norland is slow,” one diplomat told Lumen.';
    const draft = draftOf(text, {
      attributions: [attribution(text, 'one diplomat', 'told Lumen', '“Norland is slow,”')],
    });
    const [quote] = proposals(draft, 'quote');
    const source = proposals(draft, 'source').find(({ id }) => id === quote?.speakerSource);
    expect(source).toMatchObject({ sourceKind: 'anonymous', descriptor: 'one diplomat' });
  });
});
