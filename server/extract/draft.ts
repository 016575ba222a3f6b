// Reads an article into a draft: mentions, relays, sources, quotations and positions, each with its place and its reason.
import { sha256 } from '../ingest/canonical.ts';
import type { Draft, DraftArticle, Proposal } from '../schema/draft.ts';
import type { Attribution } from './attributions/attribution.ts';
import { cuesOf } from './claims/cues.ts';
import { datesIn } from './claims/dates.ts';
import { linkerOf } from './claims/links.ts';
import { newPlans } from './claims/new-plans.ts';
import { quotesOf } from './claims/quotes.ts';
import { relaysIn } from './claims/relays.ts';
import { sceneOf } from './claims/scene.ts';
import type { Memory, StanceFound } from './claims/stance.ts';
import { stancesOf } from './claims/stances.ts';
import { stubsOf } from './claims/stubs.ts';
import type { Known } from './mentions/known.ts';
import type { Mention } from './mentions/mention.ts';
import { type Recognizer, recognizerOf } from './mentions/recognize.ts';
import { stemsOfPlans } from './mentions/stems.ts';
import { type Ground, quoteProposals, stanceProposals, statementProposals } from './propose-claims.ts';
import { entityProposals, idOf, mentionProposals, type NewEntity, newEntitiesOf, reasonOf } from './propose-names.ts';
import { articleProposals, Sources } from './propose-sources.ts';
import { placeOf, type Reading, type Words } from './reading/reading.ts';
import { spanOf } from './spans.ts';

export const extractor = 'rules/1';

/** What many texts are read against, prepared once. */
export interface Prepared {
  known: Known;
  recognizer: Recognizer;
  keys: ReadonlySet<string>;
}
export const prepare = (known: Known): Prepared => ({
  known,
  recognizer: recognizerOf(known),
  keys: new Set(known.entities.map(({ key }) => key)),
});

function bySentence(reading: Reading, mentions: readonly Mention[]): Mention[][] {
  const lists: Mention[][] = reading.sentences.map(() => []);
  for (const mention of mentions) lists[reading.words[mention.from]?.sentence ?? 0]?.push(mention);
  return lists;
}

/** Nobody new takes the key of somebody known. */
function withFreshKeys(mentions: readonly Mention[], keys: ReadonlySet<string>): Mention[] {
  return mentions.map((mention) => {
    if (mention.known || !keys.has(mention.key)) return mention;
    let at = 2;
    while (keys.has(`${mention.key}-${at}`)) at += 1;
    const key = `${mention.key}-${at}`;
    return {
      ...mention,
      key,
      candidates: mention.candidates.map((one) => (one.key === mention.key ? { ...one, key } : one)),
    };
  });
}

/**
 * A draft for an English text that has been read. `attributions` say whose words it gives, with ranges of code points;
 * without any, only relays and the words around them tell. Any text will do; time grows linearly with its length.
 */
export function extractDraft(
  reading: Reading,
  article: DraftArticle,
  { known, recognizer, keys }: Prepared,
  attributions: readonly Attribution[] = [],
): Draft {
  const actors = withFreshKeys(recognizer.actors(reading), keys);
  const first = recognizer.targets(reading, actors);
  const covered = new Set(first.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const cues = reading.sentences.flatMap((sentence) => cuesOf(reading, sentence).map((cue) => ({ cue, sentence })));
  const plans = newPlans(reading, cues, (at) => covered.has(at)).filter(({ key }) => !keys.has(key));
  const targets = plans.length === 0 ? first : recognizer.targets(reading, actors, plans);

  const published = article.publishedTo ?? article.publishedFrom;
  const dates = datesIn(reading, published);
  const relays = relaysIn(reading, actors, dates, article.outlet);
  const stubs = stubsOf(relays, article.key, known.articles ?? [], published?.slice(0, 10));
  const linker = linkerOf(reading, actors, relays, attributions);

  const speakerOf = (words: Words, sentence: number) =>
    linker.of(placeOf(reading, words), sentence).sources.find(({ actor }) => actor !== undefined)?.actor;
  const memory: Memory = {
    parties: [],
    plans: { named: [], byHolder: new Map(), byStem: stemsOfPlans([...known.entities, ...plans], targets) },
  };
  const [actorsAt, targetsAt] = [bySentence(reading, actors), bySentence(reading, targets)];
  const stances: StanceFound[] = reading.sentences.flatMap((_, index) =>
    stancesOf(sceneOf(reading, index, actorsAt[index] ?? [], targetsAt[index] ?? []), memory, speakerOf),
  );

  const ground: Ground = {
    reading,
    linker,
    articles: articleProposals(reading, stubs, published),
    sources: new Sources(reading),
  };
  const quotes = quoteProposals(ground, quotesOf(reading, linker, targets));
  const positions = stanceProposals(ground, stances, quotes);
  const statements = statementProposals(ground, quotes, new Set(positions.flatMap((one) => one.quotes)), actors);
  const held = new Set([...positions, ...statements].flatMap((one) => one.quotes));

  // A plan that no position is on was only a phrase.
  const targeted = new Set(stances.map(({ target }) => target.plan.key));
  const isMeant = ({ key, known: isKnown, type }: Mention): boolean => isKnown || type !== 'Plan' || targeted.has(key);
  const told = targets.filter(isMeant);
  const groups: NewEntity[] = stances.flatMap(({ holder, from, to }) =>
    holder.known || holder.type !== 'Group' ? [] : [{ ...holder, aliases: [], at: { from, to } }],
  );
  const proposed: NewEntity[] = plans
    .filter(({ key }) => targeted.has(key))
    .map(({ cue, ...plan }) => ({
      ...plan,
      at: plan,
      score: 0.5,
      reason: `the words after “${cue}”; no known plan goes by them`,
    }));
  const named = newEntitiesOf(reading, [...actors, ...told]);
  const entities = new Map([...groups, ...named, ...proposed].map((one) => [one.key, one]));
  const proposals: Proposal[] = [
    ...entityProposals(reading, [...entities.values()]),
    ...mentionProposals(reading, [...actors, ...told]),
    ...new Map([...ground.articles.values()].map((one) => [one.id, one])).values(),
    ...ground.sources.all,
    ...quotes.map(({ proposal }) => proposal).filter(({ id }) => held.has(id)),
    ...positions,
    ...statements,
    ...dates.flatMap(({ iso, precision, reason, ...range }) => {
      const span = spanOf(reading, range);
      if (span === undefined) return [];
      const id = idOf('date', span.start, span.end, iso);
      return [{ kind: 'date' as const, id, span, score: 0.8, reason: reasonOf(reason), date: iso, precision }];
    }),
  ];
  const known_ = new Map<string, Draft['entities'][0]>();
  for (const { key, type, name, known: isKnown } of [...actors, ...targets])
    if (isKnown) known_.set(key, { key, type, name });
  for (const key of positions.flatMap(({ claim }) => claim.target ?? [])) {
    const entity = known_.has(key) ? undefined : known.entities.find((one) => one.key === key);
    if (entity !== undefined) known_.set(key, { key, type: entity.type, name: entity.name });
  }
  return {
    format: 'hearsay-draft/1',
    article,
    extractor,
    textHash: `sha256:${sha256(reading.text)}`,
    text: reading.text,
    entities: [...known_.values()],
    proposals: [...new Map(proposals.map((one) => [one.id, one])).values()],
  };
}
