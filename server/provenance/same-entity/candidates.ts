// Pairs of entities that may be one, for a person to decide. Only those that share something rare are compared: blocking,
// as record linkage calls it (Christen, Data Matching, 2012, chapter 4), so that the work grows with the entities.
import { type EntityType, entityTypes } from '../../schema/key.ts';
import { addTo, compare } from '../../schema/lists.ts';
import { each, type Steps } from '../../schema/steps.ts';
import { type Comparable, compareEntities, type Verdict } from './compare.ts';
import { initials, isAcronym, isTelling, nameForm } from './names.ts';

export interface NamedEntity {
  key: string;
  type: EntityType;
  name: string;
  aliases: readonly string[];
  iso2: string | null;
  url: string | null;
  day: string | null;
}

export interface Candidate extends Verdict {
  one: string;
  other: string;
  type: EntityType;
}

/** Words that more entities have than this join none: a surname that hundreds bear tells nothing. */
const mostInBlock = 40;
/** What scores less is not worth a look. */
const leastScore = 0.35;
/** Names of one entity that are compared: an organization may have hundreds. */
const mostNames = 30;

function comparable({ aliases, ...entity }: NamedEntity): Comparable {
  const forms = [entity.name, ...aliases].slice(0, mostNames).map((name) => nameForm(entity.type, name));
  const names = forms.flatMap((form) => form ?? []);
  return { ...entity, names: names.filter((form, at) => names.findIndex(({ text }) => text === form.text) === at) };
}

/** What an entity is looked up by: pairs share at least one of these. */
function blocksOf({ type, names, iso2, url }: Comparable): Set<string> {
  const blocks = new Set<string>();
  for (const form of names) {
    blocks.add(`name ${[...form.sounds].sort().join(' ')}`);
    if (type === 'Person') blocks.add(`surname ${form.sounds.at(-1)}`);
    else {
      for (const [at, word] of form.words.entries()) if (isTelling(type, word)) blocks.add(`word ${form.sounds[at]}`);
      const letters = isAcronym(form) ? form.words.join('') : initials(form);
      if (letters !== null && letters.length > 1) blocks.add(`letters ${letters}`);
    }
  }
  if (iso2 !== null) blocks.add(`iso2 ${iso2}`);
  if (url !== null) blocks.add(`url ${url}`);
  return blocks;
}

/** Every two in a block, of those that are small enough to tell something. */
function* pairsOf(blocks: Iterable<readonly Comparable[]>): Generator<[Comparable, Comparable]> {
  for (const block of blocks) {
    if (block.length > mostInBlock) continue;
    for (const [at, first] of block.entries()) for (const second of block.slice(at + 1)) yield [first, second];
  }
}

function* pairsIn(entities: readonly Comparable[]): Steps<Candidate[]> {
  const blocks = new Map<string, Comparable[]>();
  yield* each(entities, (entity) => {
    for (const block of blocksOf(entity)) addTo(blocks, block, entity);
  });
  const seen = new Set<string>();
  const found: Candidate[] = [];
  yield* each(pairsOf(blocks.values()), ([first, second]) => {
    const [one, other] = compare(first.key, second.key) < 0 ? [first, second] : [second, first];
    const pair = `${one.key}~${other.key}`;
    if (seen.has(pair)) return;
    seen.add(pair);
    const verdict = compareEntities(one, other);
    if (verdict !== null && verdict.score >= leastScore)
      found.push({ one: one.key, other: other.key, type: one.type, ...verdict });
  });
  return found;
}

/** By score, then by keys. Each pair once, its smaller key first. */
export function* candidateSteps(entities: readonly NamedEntity[]): Steps<Candidate[]> {
  const found: Candidate[] = [];
  for (const type of entityTypes)
    found.push(...(yield* pairsIn(entities.filter((entity) => entity.type === type).map(comparable))));
  return found.sort((a, b) => b.score - a.score || compare(a.one, b.one) || compare(a.other, b.other));
}
