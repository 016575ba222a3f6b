// A made-up world for tests of the extraction, and short ways of saying what was found in a text.

import type { Attribution } from '../../../server/extract/attributions/attribution.ts';
import { extractDraft, type Prepared, prepare } from '../../../server/extract/draft.ts';
import type { Known, KnownEntity } from '../../../server/extract/mentions/known.ts';
import { readText } from '../../../server/extract/reading/read.ts';
import { winkTagger } from '../../../server/extract/reading/tagger.ts';
import type { Draft, DraftArticle, Proposal, ProposalOf } from '../../../server/schema/draft.ts';
import type { EntityType } from '../../../server/schema/key.ts';

const entity = (type: EntityType, name: string, ...aliases: string[]): KnownEntity => ({
  key: `${type.toLowerCase()}:${name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
  type,
  name,
  aliases,
});
export const known: Known = {
  entities: [
    entity('Country', 'Norland', 'Norlandic'),
    entity('Country', 'Westmark', 'Westmarkian', 'Harwick'),
    entity('Country', 'Estovia', 'Estovian'),
    entity('Country', 'Sudland', 'Sudlandic'),
    entity('Organization', 'Harbour Union', 'HU', 'the Union'),
    entity('Person', 'Mara Voss', 'Voss'),
    entity('Person', 'Oskar Brandt'),
    entity('Outlet', 'Harbour Times', 'The Harbour Times'),
    entity('Outlet', 'Coast Radio'),
    entity('Outlet', 'Lumen'),
    entity('Plan', 'Union invitation for Norland', "Norland's invitation to the Harbour Union"),
    entity('Plan', 'Union membership of Norland', 'Norland joining the Harbour Union', 'accession'),
    entity('Plan', 'Harbour tax', 'the harbour levy'),
  ],
};
const prepared = new Map<Known, Prepared>();
function preparedFor(one: Known): Prepared {
  const found = prepared.get(one) ?? prepare(one);
  prepared.set(one, found);
  return found;
}

export const reading = (text: string) => readText(text, winkTagger);
const about: DraftArticle = { key: 'article:test', dateBasis: 'unknown' };

export interface Options {
  article?: Partial<DraftArticle>;
  known?: Known;
  attributions?: readonly Attribution[];
}
export function draftOf(text: string, { article, known: other, attributions }: Options = {}): Draft {
  return extractDraft(reading(text), { ...about, ...article }, preparedFor(other ?? known), attributions ?? []);
}
export const proposals = <K extends Proposal['kind']>(draft: Draft, kind: K): ProposalOf<K>[] =>
  draft.proposals.filter((one): one is ProposalOf<K> => one.kind === kind);

const short = (key: string): string => key.slice(key.indexOf(':') + 1);

/** "norland opposes harbour-tax", with mode and modality where these are not the usual, in alphabetical order. */
export function positions(text: string, options: Options = {}): string[] {
  return proposals(draftOf(text, options), 'claim')
    .filter(({ claim }) => claim.kind !== 'statement')
    .map(({ claim, mode, modality }) => {
      const count =
        claim.kind === 'count'
          ? ` (${[claim.quantifier, claim.number, claim.of && `of ${claim.of}`].filter(Boolean).join(' ')})`
          : '';
      const behind = claim.shieldedBy === undefined ? '' : ` behind ${claim.shieldedBy.map(short).join(' and ')}`;
      const how = [mode === 'asserts' ? '' : mode, modality === 'now' ? '' : modality].filter((one) => one !== '');
      return `${short(claim.holder)}${count} ${claim.stance} ${short(claim.target ?? '')}${behind}${how.length > 0 ? `, ${how.join(', ')}` : ''}`;
    })
    .sort();
}

/** The attribution of words in a text: each given as the words themselves, which must stand there once. */
export function attribution(text: string, source: string, cue: string, content: string): Attribution {
  const range = (words: string) => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`no “${words}” in the text`);
    const start = [...text.slice(0, at)].length;
    return [{ start, end: start + [...words].length }];
  };
  return {
    source: source === '' ? [] : range(source),
    cue: range(cue),
    content: range(content),
    direct: /[“"]/.test(content),
    score: 1,
  };
}
