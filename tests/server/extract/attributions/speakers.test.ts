// Whom "he" or "the outlet" means, where plain rules are sure.
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../../server/extract/attributions/attribution.ts';
import { withSpeakers } from '../../../../server/extract/attributions/speakers.ts';
import { indexText } from '../../../../server/extract/text/indexed.ts';

/** Makes each source in square brackets an attribution's, and gives the words of the speakers found. */
function speakers(marked: string): (string | undefined)[] {
  const text = marked.replaceAll(/[[\]]/g, '');
  const attributions: Attribution[] = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match, number) => {
    const start = match.index - 2 * number;
    return {
      source: [{ start, end: start + (match[1] as string).length }],
      cue: [],
      content: [{ start: 0, end: 1 }],
      direct: false,
      score: 1,
    };
  });
  const indexed = indexText(text);
  return withSpeakers(indexed, attributions).map(({ speaker }) =>
    speaker ? indexed.points.slice(speaker) : undefined,
  );
}

describe('speakers', () => {
  it('a pronoun is the one name before it, here or in the paragraph before', () => {
    expect(speakers('[Ann Lee] said so. [She] added more.\n[She] went on.')).toEqual([undefined, 'Ann Lee', 'Ann Lee']);
  });

  it('of two names nobody is sure', () => {
    expect(speakers('[Ann Lee] said so. [Bo Moe] agreed. [She] added more.')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('the same name twice is one', () => {
    expect(speakers('[Minister Ann Lee] spoke. [Lee] said so. [She] added more.')[2]).toBe('Lee');
  });

  it('several are meant by they and by their noun', () => {
    expect(speakers('[Four officials] said so. [They] added more. [The officials] left.')).toEqual([
      undefined,
      'Four officials',
      'Four officials',
    ]);
  });

  it('the source is the one described so, never a name', () => {
    expect(speakers('[A source] said so. [The source] added more.')[1]).toBe('A source');
    expect(speakers('[Ann Lee] said so. [The source] added more.')[1]).toBeUndefined();
  });

  it('the outlet is the one named', () => {
    expect(speakers('[Harbour Times] reported so. [The outlet] added more.')[1]).toBe('Harbour Times');
  });

  it('nobody is looked for further back than one paragraph', () => {
    expect(speakers('[Ann Lee] said so.\nRain fell.\n[She] added more.')[1]).toBeUndefined();
  });
});
