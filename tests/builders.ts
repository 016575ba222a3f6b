// Builds claims documents for tests: short to write, complete and valid unless a test spoils them on purpose.
import { createHash } from 'node:crypto';
import type { ClaimsDocumentInput } from '../server/schema/article.ts';
import type { EntitiesDocument, Entity } from '../server/schema/entity.ts';
import type { EntityType } from '../server/schema/key.ts';
import type { Modality, Mode, Review, Stance } from '../server/schema/stance.ts';

type EntityInput = Entity;
type AssertionInput = NonNullable<ClaimsDocumentInput['assertions']>[number];
type SourceInput = NonNullable<ClaimsDocumentInput['sources']>[number];

export const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** An entity of a type; its key's slug is made from the name unless given: entity('Country', 'Hungary'). */
export function entity(type: EntityType, name: string, more: Record<string, unknown> = {}): EntityInput {
  const slug = name.toLowerCase().replace(/[^\p{Ll}\p{N}]+/gu, '-');
  return { type, key: `${type.toLowerCase()}:${slug}`, name, ...more } as EntityInput;
}

/** What an article says of a holder and a plan; without `source` and `relays` it states no origin. */
export interface Said {
  holder: string;
  stance: Stance;
  target: string;
  mode?: Mode;
  modality?: Modality;
  review?: Review;
  /** Local id of a source of the report, or the key of an actor, who then is a named source. */
  source?: string;
  /** A stub's key; the stub is declared and says the same, on the word of `relayedSource`. */
  relays?: string;
  relayedSource?: string;
}

export interface ReportInput {
  /** The article's key is `article:` and this. */
  slug: string;
  /** An outlet's key, defined in the document. */
  outlet?: string;
  /** The day of publication. */
  day?: string;
  title?: string;
  says?: readonly Said[];
  /** Quotations: words and the key of the actor who spoke them, each an utterance of its own unless `utterance` is given. */
  quotes?: readonly { text: string; speaker: string; utterance?: string }[];
  /** Further entities; what `says` and `quotes` name is defined by itself. */
  entities?: readonly EntityInput[];
  /** Further sources, anonymous unless said otherwise. */
  sources?: readonly SourceInput[];
  /** The outlet of each stub, by the stub's key. */
  stubOutlets?: Readonly<Record<string, string>>;
  relations?: ClaimsDocumentInput['relations'];
  /** Keys of articles that this one prints, corrects or takes back; they are declared as stubs. */
  republishes?: readonly string[];
  corrects?: readonly string[];
  retracts?: readonly string[];
  /** Words at the end of the text: another text has another hash. */
  ending?: string;
  /** Whether the document holds the text, so that spans are compared with it. */
  withText?: boolean;
  /** Leaves entities undefined that are to be in the database already. */
  bare?: boolean;
}

const typeOf: Readonly<Record<string, EntityType>> = {
  person: 'Person',
  country: 'Country',
  organization: 'Organization',
  group: 'Group',
  outlet: 'Outlet',
  plan: 'Plan',
  event: 'Event',
};
/** The entity that stands behind a key when nobody says more of it: "country:new-zealand" → New Zealand. */
export function entityOf(key: string): EntityInput {
  const [prefix = '', slug = ''] = key.split(/:(.*)/s);
  const name = slug.replace(/(^|-)(.)/g, (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`);
  return { type: typeOf[prefix] ?? 'Organization', key, name } as EntityInput;
}

/** A claims document in which every sentence has its true place in a text. */
export function report(input: ReportInput): ClaimsDocumentInput {
  const { slug, outlet, day, title, says = [], quotes = [], relations } = input;
  const own = `article:${slug}`;
  let text = '';
  const place = (words: string) => {
    const start = [...text].length;
    text += `${words}\n`;
    return { start, end: start + [...words].length, quote: words };
  };
  const entities = new Map((input.entities ?? []).map((one) => [one.key, one]));
  const need = (key: string | undefined): void => {
    if (key !== undefined && !entities.has(key)) entities.set(key, entityOf(key));
  };
  need(outlet);
  const sources = new Map((input.sources ?? []).map((one) => [one.id, one]));
  const articles = new Map<string, NonNullable<ClaimsDocumentInput['articles']>[number]>();
  const claims = new Map<string, NonNullable<ClaimsDocumentInput['claims']>[number]>();
  const assertions: AssertionInput[] = [];

  const declare = (stub: string): void => {
    const stubOutlet = input.stubOutlets?.[stub];
    need(stubOutlet);
    articles.set(stub, { key: stub, ...(stubOutlet === undefined ? {} : { outlet: stubOutlet }) });
  };
  const links = { republishes: input.republishes, corrects: input.corrects, retracts: input.retracts };
  for (const stub of Object.values(links).flatMap((keys) => keys ?? [])) declare(stub);

  const attribute = (name: string, spokeTo?: string): string => {
    if (!name.includes(':')) {
      if (!sources.has(name))
        sources.set(name, { id: name, kind: 'anonymous', descriptor: name, ...(spokeTo ? { spokeTo } : {}) });
      return name;
    }
    need(name);
    const id = name.replace(':', '-');
    sources.set(id, { id, kind: 'named', actor: name, descriptor: entityOf(name).name });
    return id;
  };
  const claimOf = ({ holder, stance, target }: Said): string => {
    need(holder);
    need(target);
    const id = `${holder}-${stance}-${target}`.replaceAll(/[^a-z0-9]/g, '-').slice(0, 80);
    claims.set(id, { id, kind: 'stance', holder, stance, target, text: `${holder} ${stance} ${target}.` });
    return id;
  };
  says.forEach((said, at) => {
    const {
      mode = 'asserts',
      modality = 'now',
      review = 'accepted',
      source,
      relays,
      relayedSource = 'official',
    } = said;
    const claim = claimOf(said);
    const common = { claim, mode, modality, review };
    const span = place(`${said.holder} ${mode} ${said.stance} ${said.target} ${at}`);
    assertions.push({
      id: `a${at}`,
      ...common,
      span,
      ...(source === undefined ? {} : { attributedTo: [{ source: attribute(source) }] }),
      ...(relays === undefined ? {} : { relays: [{ article: relays, how: 'reported' }] }),
    });
    if (relays === undefined) return;
    declare(relays);
    const same = assertions.find(
      (one) => one.article === relays && one.claim === claim && one.mode === mode && one.modality === modality,
    );
    if (same !== undefined) same.knownFrom?.push(`a${at}`);
    else {
      assertions.push({
        id: `r${at}`,
        article: relays,
        reconstructed: true,
        knownFrom: [`a${at}`],
        ...common,
        attributedTo: [{ source: attribute(relayedSource, relays) }],
      });
    }
  });
  const spoken = quotes.map(({ text: words, speaker, utterance = `utterance:${slug}-${words.length}` }, at) => {
    need(speaker);
    const id = `q${at}`;
    claims.set(`s${at}`, { id: `s${at}`, kind: 'statement', holder: speaker, text: `${speaker} said ${words}` });
    const span = place(words);
    assertions.push({
      id: `s${at}`,
      claim: `s${at}`,
      span,
      quotes: [id],
      attributedTo: [{ source: attribute(speaker) }],
    });
    return { id, span, utterance, speaker };
  });
  const utterances = new Map(spoken.map(({ utterance, speaker }) => [utterance, { key: utterance, speaker }]));
  text += input.ending ?? '';
  return {
    format: 'hearsay-claims/1',
    article: {
      key: own,
      textHash: sha256(text),
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(day === undefined ? {} : { publishedFrom: day, publishedTo: day, dateBasis: 'stated' as const }),
      ...(input.withText ? { text } : {}),
      ...Object.fromEntries(Object.entries(links).flatMap(([name, keys]) => (keys ? [[name, [...keys]]] : []))),
    },
    articles: [...articles.values()],
    entities: input.bare ? [] : [...entities.values()],
    sources: [...sources.values()],
    utterances: [...utterances.values()],
    quotes: spoken.map(({ id, span, utterance }) => ({ id, span, utterance })),
    claims: [...claims.values()],
    assertions,
    ...(relations === undefined ? {} : { relations }),
  };
}

/** An entities document. */
export function entitiesDocument(
  entities: readonly EntityInput[],
  relations: EntitiesDocument['relations'] = [],
): EntitiesDocument {
  return { format: 'hearsay-entities/1', entities: [...entities], relations };
}
