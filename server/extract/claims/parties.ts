// The parties of a sentence, from its mentions: lists joined, counted collectives, sides of countries, pronouns.
import { collectives, sides } from '../mentions/institution-words.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Reading, Sentence, Word } from '../reading/reading.ts';
import type { Actor, Party, Role } from './party.ts';
import { numberOf, quantityIn } from './quantities.ts';

const prepositions = new Set(
  'of from by to with in on at for about against between among towards toward behind under over into without despite like via per near inside outside around through across during after before'.split(
    ' ',
  ),
);
/** Words that belong to a collective before its noun. */
const modifiers = new Set(
  `at least most more than over about around nearly almost some several many few fewer all every none no of the a an its
   their absolute overwhelming clear large vast simple majority number minority handful dozen half half-dozen other key
   leading these those two both remaining various certain member small western eastern northern southern central european
   other only just exactly up`.split(/\s+/),
);
const people = new Set(['he', 'she']);
const plural = new Set(['they', 'both']);
const relatives = new Set(['who', 'which']);

const actorOf = ({ key, type, name, known, score, reason }: Mention): Actor => ({
  key,
  type,
  name,
  known,
  score,
  reason,
});
const isActor = ({ type }: Mention): boolean =>
  type === 'Person' || type === 'Country' || type === 'Organization' || type === 'Group';

/** The collective that ends with the word at `at`: where it begins, what is counted of whom. */
function collectiveAt(
  words: readonly Word[],
  at: number,
  first: number,
  cover: ReadonlyMap<number, Mention>,
): Party | undefined {
  const noun = words[at];
  if (cover.get(at)?.type === 'Group') return undefined;
  const states = noun?.lower === 'states' && words[at - 1]?.lower === 'member';
  if (noun === undefined || (!collectives.has(noun.lower) && !states) || (noun.lower === 'states' && !states))
    return undefined;
  let from = at;
  let of: Actor | undefined;
  while (from > first) {
    const word = words[from - 1];
    const mention = cover.get(from - 1);
    if (word === undefined) break;
    if (
      mention !== undefined &&
      (mention.type === 'Organization' || mention.type === 'Country' || mention.type === 'Group')
    ) {
      of ??= actorOf(mention);
      from = mention.from;
    } else if (
      modifiers.has(word.lower) ||
      numberOf(word.text) !== undefined ||
      word.lower === "'s" ||
      word.pos === 'ADJ'
    )
      from -= 1;
    else break;
  }
  while (
    from < at &&
    !cover.has(from) &&
    /^(?:'s|of|a|an|its|their)$/.test(words[from]?.lower ?? '') &&
    !/^a (?:majority|number|handful|dozen|minority)/.test(
      words
        .slice(from, from + 2)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    from += 1;
  const before = words
    .slice(from, at)
    .filter((_, index) => !cover.has(from + index))
    .map(({ lower }) => lower);
  const to = at + 1;
  const phrase = before.join(' ');
  const common = { from, to, role: 'plain' as Role, preposition: '', actors: [] };
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
    .replace(/ (?=['’]s )/g, '');
  if (/^(?:the |those |these |both )?(?:two |three )?(?:other )?$/.test(`${phrase} `.trimStart()) && of === undefined) {
    if (
      /^(?:$|the\b|those\b|these\b)/.test(phrase) &&
      /^(?:countries|nations|states|members|allies|governments|capitals|parties)$/.test(noun.lower)
    )
      return { ...common, anaphor: 'theCountries', collective: text };
  }
  const side = of?.type === 'Country' && sides.has(noun.lower);
  if (side && of !== undefined && quantityIn(phrase) === undefined) {
    return {
      ...common,
      actors: [{ ...of, score: Math.min(of.score, 0.7), reason: `“${text}”: ${noun.lower} stand for ${of.name}` }],
    };
  }
  const quantity = quantityIn(phrase);
  const counted =
    quantity !== undefined &&
    /^(?:countries|nations|states|members|allies|governments|parties|capitals|partners|lawmakers|legislators|senators|councillors|councilors)$/.test(
      noun.lower,
    );
  if (counted && quantity !== undefined)
    return { ...common, collective: text, count: of === undefined ? quantity : { ...quantity, of_: of } };
  return { ...common, collective: text };
}

/** A quantity whose noun is left out: "seven of them", "the majority supports". */
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
