// Makes proposals of what a language model read out of one passage; what has no place in it, or points nowhere, is counted.
import type { ProposalOf } from '../../schema/draft.ts';
import type { EntityType } from '../../schema/key.ts';
import { slugOf } from '../../schema/key.ts';
import type { Span } from '../../schema/span.ts';
import { IsoDate } from '../../schema/span.ts';
import { VisibleLine } from '../../schema/text.ts';
import { idOf } from '../propose-names.ts';
import { lineOf } from '../spans.ts';
import type { ModelAnswer } from './answer.ts';
import type { Keys } from './known.ts';
import type { Passage } from './places.ts';

type Item = 'entity' | 'relay' | 'source' | 'claim' | 'quotation';
/** Why something of the answer is not in the draft. */
export type Fault = 'its words are not in the text' | 'it names something that is not in the answer' | 'it has no name';

export interface Ground {
  passage: Passage;
  keys: Keys;
  /** The article's own key. */
  article: string;
  reason: string;
  leave(item: Item, fault: Fault): void;
  add(proposal: ProposalOf<'entity'> | ProposalOf<'mention'> | ProposalOf<'article'>): void;
}

/** How sure a model is said to be: it says so of everything alike, so a person looks at everything alike. */
export const score = 0.5;
const actors: readonly EntityType[] = ['Person', 'Country', 'Organization', 'Group'];

/** An entity of the answer as the draft has it. */
interface Named {
  key: string;
  type: EntityType;
  name: string;
}
export type Entities = ReadonlyMap<string, Named>;

export function entitiesOf({ entities }: ModelAnswer, ground: Ground): Entities {
  const { passage, keys, reason, leave, add } = ground;
  const found = new Map<string, Named>();
  for (const { id, type, name: given, quote } of entities) {
    const name = lineOf(given, 200);
    const known = name === undefined ? [] : keys.candidates(type, name);
    const key = known[0]?.key ?? (name === undefined ? undefined : keys.fresh(type, name));
    const span = passage.find(quote);
    if (name === undefined || key === undefined || !VisibleLine.max(200).safeParse(name).success) {
      leave('entity', 'it has no name');
      continue;
    }
    if (span === undefined) {
      leave('entity', 'its words are not in the text');
      continue;
    }
    found.set(id, { key, type, name: known[0]?.name ?? name });
    const candidates = (known.length > 0 ? known : [{ key, type, name }])
      .slice(0, 20)
      .map((one) => ({ key: one.key, type: one.type, name: one.name, score, reason: 'goes by that name' }));
    if (known.length === 0)
      add({ kind: 'entity', id: idOf('entity', key), span, score, reason, entity: key, type, name, aliases: [] });
    add({
      kind: 'mention',
      id: idOf('mention', span.start, span.end, key),
      span,
      score,
      reason,
      entity: key,
      candidates,
    });
  }
  return found;
}

export interface Relay {
  proposal: ProposalOf<'article'>;
  how: string;
  span: Span;
}

export function relaysOf({ relays }: ModelAnswer, entities: Entities, ground: Ground): Map<string, Relay> {
  const { passage, article, reason, leave, add } = ground;
  const found = new Map<string, Relay>();
  for (const { id, outlet, how, date } of relays) {
    const by = entities.get(outlet);
    const span = passage.find(how);
    if (by === undefined || by.type !== 'Outlet') leave('relay', 'it names something that is not in the answer');
    else if (span === undefined) leave('relay', 'its words are not in the text');
    else {
      const day = date === null || !IsoDate.safeParse(date).success ? undefined : date;
      const slug = [slugOf(by.key), day, 'in', slugOf(article)].filter((part) => part !== undefined).join('-');
      const key = `article:${slug.slice(0, 180)}`;
      const said = lineOf(span.quote, 250);
      const when =
        day === undefined
          ? { dateBasis: 'unknown' as const }
          : {
              publishedFrom: day,
              publishedTo: day,
              dateBasis: 'inferred' as const,
              ...(said === undefined ? {} : { dateNote: `“${said}”` }),
            };
      const proposal: Relay['proposal'] = {
        ...{ kind: 'article', id: idOf('article', key), span, score, reason },
        ...{ article: key, outlet: by.key, ...when, candidates: [] },
      };
      add(proposal);
      found.set(id, { proposal, how: lineOf(span.quote) ?? by.name, span });
    }
  }
  return found;
}

/** Keeps one proposal for each source of a draft; ids are of the whole draft. */
export class ModelSources {
  readonly all = new Map<string, ProposalOf<'source'>>();
  readonly #ids = new Set<string>();

  of(
    { kind, actor, quote, count, spokeTo }: ModelAnswer['sources'][number],
    entities: Entities,
    relays: ReadonlyMap<string, Relay>,
    { passage, reason, leave }: Ground,
  ): { proposal: ProposalOf<'source'>; span: Span } | undefined {
    const who = actor === null ? undefined : entities.get(actor);
    const span = passage.find(quote);
    const descriptor = span && lineOf(span.quote);
    const isNamed = kind === 'named';
    if (isNamed && (who === undefined || !actors.includes(who.type))) {
      leave('source', 'it names something that is not in the answer');
      return undefined;
    }
    if (span === undefined || descriptor === undefined) {
      leave('source', 'its words are not in the text');
      return undefined;
    }
    const spoke = spokeTo === null || kind === 'ownReporting' ? undefined : relays.get(spokeTo)?.proposal.id;
    const name = [kind, isNamed ? who?.key : descriptor.toLowerCase(), spoke ?? ''].join(' ');
    const before = this.all.get(name);
    if (before !== undefined) return { proposal: before, span };
    const base =
      (isNamed ? slugOf(who?.key ?? '') : descriptor.toLowerCase())
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || kind.toLowerCase();
    let source = base;
    for (let at = 2; this.#ids.has(source); at += 1) source = `${base}-${at}`;
    this.#ids.add(source);
    const id = idOf('source', span.start, span.end, kind, who?.key ?? '', ...(spoke === undefined ? [] : [spoke]));
    const proposal: ProposalOf<'source'> = {
      ...{ kind: 'source', id, span, score, reason },
      ...{ source, sourceKind: kind, descriptor, minCount: count },
      ...(isNamed && who !== undefined ? { actor: who.key } : {}),
      ...(spoke === undefined ? {} : { spokeTo: spoke }),
    };
    this.all.set(name, proposal);
    return { proposal, span };
  }
}
