// The parties of a sentence, from its mentions: lists joined, counted collectives, sides of countries, pronouns.
import { sides } from '../mentions/institution-words.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Reading, Sentence, Word } from '../reading/reading.ts';
import { actorOf, collectiveAt } from './collectives.ts';
import type { Party, Role } from './party.ts';

const prepositions = new Set(
  'of from by to with in on at for about against between among towards toward behind under over into without despite like via per near inside outside around through across during after before'.split(
    ' ',
  ),
);
const people = new Set(['he', 'she']);
const plural = new Set(['they', 'both']);
const relatives = new Set(['who', 'which']);

const isActor = ({ type }: Mention): boolean =>
  type === 'Person' || type === 'Country' || type === 'Organization' || type === 'Group';

/** Every party by itself, in order, before lists are joined. */
function baseParties(reading: Reading, sentence: Sentence, mentions: readonly Mention[]): Party[] {
  const { words } = reading;
  const cover = new Map<number, Mention>();
  for (const mention of mentions) for (let at = mention.from; at < mention.to; at += 1) cover.set(at, mention);
  const found: Party[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const party = collectiveAt(words, at, found.at(-1)?.to ?? sentence.from, cover);
    if (party !== undefined) found.push(party);
  }
  const inside = (from: number): boolean => found.some((party) => from >= party.from && from < party.to);
  for (const mention of mentions) {
    if (!isActor(mention) || inside(mention.from)) continue;
    const noun = words[mention.to];
    const next = cover.get(mention.to);
    const owned = noun?.lower === "'s" || noun?.lower === "'";
    const after = owned ? mention.to + 1 : mention.to;
    const side = words[after];
    const common = { preposition: '', actors: [actorOf(mention)] };
    if (mention.type === 'Country' && side !== undefined && sides.has(side.lower)) {
      const reason = `“${side.text}” after ${mention.name}: its ${side.lower} stand for it`;
      found.push({
        ...common,
        actors: [{ ...actorOf(mention), reason }],
        from: mention.from,
        to: after + 1,
        role: 'plain',
      });
    } else if (owned) found.push({ ...common, from: mention.from, to: mention.to, role: 'possessive' });
    else if (mention.adjective) found.push({ ...common, from: mention.from, to: mention.to, role: 'adjective' });
    else if (next === undefined || next.type !== 'Person' || mention.type === 'Person')
      found.push({ ...common, from: mention.from, to: mention.to, role: 'plain' });
  }
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const { lower = '' } = words[at] ?? {};
    const one = { from: at, to: at + 1, role: 'plain' as Role, preposition: '', actors: [] };
    if (people.has(lower)) found.push({ ...one, anaphor: 'person' });
    else if (plural.has(lower) && !inside(at) && !(lower === 'both' && cover.has(at + 1)))
      found.push({ ...one, anaphor: 'they' });
    else if (lower === 'it') found.push({ ...one, anaphor: 'it' });
    else if (relatives.has(lower) || (lower === 'that' && found.some(({ to }) => to === at)))
      found.push({ ...one, anaphor: 'who' });
  }
  return found.sort((a, b) => a.from - b.from);
}

const joins = new Set(['and', 'or', 'nor', ',', '&', 'both', 'neither', 'either']);

/** Only joining words between: "A, B and C", "A as well as B". Articles may stand before the next. */
function joined(words: readonly Word[], a: Party, b: Party): boolean {
  if (b.from <= a.to || b.from - a.to > 4) return false;
  const between = words.slice(a.to, b.from).map(({ lower }) => lower);
  const text = between.filter((word) => word !== 'the' && word !== 'both').join(' ');
  return /^(?:,|and|or|nor|&|, and|, or|, nor|,? as well as|,? along with|,? together with)$/.test(text);
}
const named = ({ actors, anaphor, collective }: Party): boolean =>
  actors.length > 0 && anaphor === undefined && collective === undefined;

/** "A, B and C" as one party. Commas alone join only countries: "US, Norland not ready". */
function listsOf(words: readonly Word[], base: readonly Party[]): Party[] {
  const lists: Party[] = [];
  for (let at = 0; at < base.length; at += 1) {
    const first = base[at] as Party;
    let end = at;
    const able = named(first) && first.role === 'plain';
    for (let next = at + 1; able && next < base.length; next += 1) {
      const [last, party] = [base[end] as Party, base[next] as Party];
      if (last.role !== 'plain' || !named(party) || party.role === 'adjective' || !joined(words, last, party)) break;
      end = next;
    }
    const chain = base.slice(at, end + 1);
    const conjunction = chain.findLastIndex((party, index) => {
      const before = chain[index - 1];
      return (
        before !== undefined &&
        /\b(?:and|or|nor|well|along|together)\b|&/.test(
          words
            .slice(before.to, party.from)
            .map(({ lower }) => lower)
            .join(' '),
        )
      );
    });
    const countries = chain.every(({ actors }) => actors.every(({ type }) => type === 'Country'));
    const length = countries ? chain.length : conjunction + 1;
    if (length < 2) {
      lists.push(first);
      continue;
    }
    const members = chain.slice(0, length);
    const last = members.at(-1) as Party;
    // "Germany and France's doubts" are of both.
    lists.push({ ...first, to: last.to, role: last.role, actors: members.flatMap(({ actors }) => actors) });
    at += length - 1;
  }
  return lists;
}

/** Joins lists, attaches "including A and B" and "countries like A" to their collective, and tells how each stands. */
export function partiesOf(reading: Reading, sentence: Sentence, mentions: readonly Mention[]): Party[] {
  const { words } = reading;
  const lists = listsOf(words, baseParties(reading, sentence, mentions));
  const attached: Party[] = [];
  for (const party of lists) {
    const last = attached.at(-1);
    const gap = last === undefined ? [] : words.slice(last.to, party.from).map(({ lower }) => lower);
    const text = gap.filter((word) => !['the', 'both', 'notably', 'especially'].includes(word)).join(' ');
    const group = last?.actors.length === 1 && last.actors[0]?.type === 'Group';
    if (
      last !== undefined &&
      (last.collective !== undefined || group) &&
      named(party) &&
      /^,? ?(?:including|like|such as|among them|namely|[—–:(-])$/.test(text)
    ) {
      const closes = /^[)—–-]$/.test(words[party.to]?.text ?? '') && /[—–(-]$/.test(text);
      const isAll = /[—–:(-]$|like|such as|namely/.test(text);
      const { count, collective, anaphor: _, ...rest } = last;
      const whole = isAll || count === undefined;
      attached[attached.length - 1] = {
        ...rest,
        actors: group ? [...last.actors, ...party.actors] : party.actors,
        to: closes ? party.to + 1 : party.to,
        ...(whole || count === undefined || collective === undefined ? {} : { collective, count }),
      };
    } else attached.push(party);
  }
  return attached.map((party) => {
    let at = party.from - 1;
    while (
      at >= sentence.from &&
      /^(?:the|a|an|both|then|outgoing|outgoing|former|new|["“”‘'])$/.test(words[at]?.lower ?? '')
    )
      at -= 1;
    while (
      at >= sentence.from &&
      joins.has(words[at]?.lower ?? '') &&
      /^(?:both|neither|either)$/.test(words[at]?.lower ?? '')
    )
      at -= 1;
    const before = words[at]?.lower ?? '';
    const preposition = at >= sentence.from && prepositions.has(before) ? before : '';
    return { ...party, preposition, role: party.role === 'plain' && preposition !== '' ? 'oblique' : party.role };
  });
}
