// Turns a claims document whose keys are final into the rows to write: pure, and the same for every order of its lists.
import type { ClaimsDocument } from '../schema/article.ts';
import type { Assertion } from '../schema/claim.ts';
import { addBackground, articleContribution, places, textIndex } from './background-rows.ts';
import { Issues, type Path } from './issues.ts';
import { assertionKey, claimKey, questionKey, quoteKey, scopeOf, sourceKey } from './keys.ts';
import { linkedArticles } from './references.ts';
import { type DocumentRows, RowSet } from './rows.ts';

export interface RowContext {
  documentHash: string;
  /** The key of the article's first text; its own if absent. */
  baseKey?: string | undefined;
  file?: string | undefined;
}

/** Final keys by local id. Throws InvalidDocument where two items come out as one. */
export function localKeys(document: ClaimsDocument, file?: string) {
  const own = document.article.key;
  const issues = new Issues(file);
  const sources = new Map(document.sources.map((source) => [source.id, sourceKey(source, own)]));
  const quotes = new Map(document.quotes.map(({ id }) => [id, quoteKey(id, own)]));
  const claims = new Map<string, string>();
  const assertions = new Map<string, string>();
  const idOf = new Map<string, string>();
  const add = (to: Map<string, string>, id: string, key: string, path: Path, same: string): void => {
    const before = idOf.get(key);
    if (before !== undefined) issues.add(path, `"${id}" is ${same} as "${before}"; keep one of the two`);
    idOf.set(key, id);
    to.set(id, key);
  };
  document.claims.forEach((claim, at) => {
    add(claims, claim.id, claimKey(claim), ['claims', at], 'the same proposition');
  });
  document.assertions.forEach((assertion, at) => {
    const linked = (assertion.attributedTo ?? []).map(({ source }) => sources.get(source) ?? '');
    const relayed = (assertion.relays ?? []).map(({ article }) => article);
    for (const [member, names] of [
      ['attributedTo', linked],
      ['relays', relayed],
    ] as const) {
      if (new Set(names).size < names.length)
        issues.add(['assertions', at, member], 'names one source or article twice; keep one');
    }
    const place = {
      article: assertion.article ?? own,
      claim: claims.get(assertion.claim) ?? '',
      sources: linked,
      relays: relayed,
    };
    const key = assertionKey(assertion, place);
    add(
      assertions,
      assertion.id,
      key,
      ['assertions', at],
      'the same assertion (claim, mode, place, sources and relays)',
    );
  });
  issues.stop();
  return { sources, quotes, claims, assertions };
}

/** The key of each assertion by its local id. Throws InvalidDocument where two items come out as one. */
export const assertionKeys = (document: ClaimsDocument): ReadonlyMap<string, string> => localKeys(document).assertions;

function keysOf(document: ClaimsDocument, file?: string) {
  const { sources, quotes, claims, assertions } = localKeys(document, file);
  const find =
    (map: ReadonlyMap<string, string>) =>
    (id: string): string => {
      const key = map.get(id);
      if (key === undefined) throw new Error(`The local id "${id}" was not checked.`);
      return key;
    };
  const descriptors = new Map(document.sources.map(({ id, descriptor }) => [id, descriptor]));
  return {
    claim: find(claims),
    source: find(sources),
    quote: find(quotes),
    assertion: find(assertions),
    descriptor: find(descriptors),
  };
}
type Keys = ReturnType<typeof keysOf>;

function addArticle(rows: RowSet, { article }: ClaimsDocument, { documentHash, baseKey }: RowContext): void {
  const { key, outlet, text, textHash, fetchedAt, title } = article;
  rows.node('Article', key, {
    dateBasis: 'unknown',
    ...articleContribution(article),
    fetchedAt,
    textHash,
    text,
    documentHash,
    baseKey: baseKey === key ? undefined : baseKey,
    held: true,
    textIndex: textIndex(title, text),
  });
  if (outlet !== undefined) rows.relate('PUBLISHED', outlet, key, { articles: [key] });
  for (const { type, keys } of linkedArticles(article)) {
    for (const other of keys) {
      rows.relate(type, key, other, { articles: [key] });
      rows.relate('MENTIONS', key, other, places(undefined));
    }
  }
}

function addClaims(rows: RowSet, document: ClaimsDocument, keys: Keys): void {
  const articles = [document.article.key];
  for (const claim of document.claims) {
    const key = keys.claim(claim.id);
    const counted = claim.kind === 'count' ? { quantifier: claim.quantifier, number: claim.number, of: claim.of } : {};
    rows.node('Claim', key, {
      questionKey: questionKey(claim),
      kind: claim.kind,
      stance: claim.kind === 'statement' ? undefined : claim.stance,
      scope: scopeOf(claim),
      ...counted,
      text: claim.text,
      textIndex: textIndex(claim.text),
    });
    rows.relate('HOLDER', key, claim.holder);
    if (claim.target !== undefined) rows.relate('TARGET', key, claim.target);
    for (const id of claim.includes ?? []) rows.relate('INCLUDES', key, keys.claim(id), { articles });
    for (const shield of claim.kind === 'stance' ? (claim.shieldedBy ?? []) : []) {
      rows.relate('SHIELDED_BY', key, shield, { articles });
    }
  }
}

function addSources(rows: RowSet, document: ClaimsDocument, keys: Keys): void {
  const own = document.article.key;
  // Two local sources may be one named actor: the one whose id sorts first describes it.
  for (const source of [...document.sources].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = keys.source(source.id);
    const { kind, descriptor, minCount, actor, memberOf } = source;
    rows.node('Source', key, {
      kind,
      descriptor,
      minCount,
      spokeTo: kind === 'named' ? undefined : (source.spokeTo ?? own),
    });
    if (actor !== undefined) rows.relate('IDENTIFIED_AS', key, actor, { by: 'article', confidence: 1 });
    if (memberOf !== undefined) rows.relate('MEMBER_OF', key, keys.source(memberOf), { articles: [own] });
  }
}

function addQuotes(rows: RowSet, document: ClaimsDocument, keys: Keys): void {
  const articles = [document.article.key];
  const actors = new Map(document.sources.map(({ id, actor }) => [id, actor]));
  for (const { key, saidOn, occasion, speaker, speakerSource } of document.utterances) {
    rows.node('Utterance', key, { saidOn, occasion });
    const source = speakerSource === undefined ? undefined : (actors.get(speakerSource) ?? keys.source(speakerSource));
    const spoken = speaker ?? source;
    if (spoken !== undefined) rows.relate('SPOKEN_BY', key, spoken, { articles });
  }
  for (const { id, span, lang, utterance, translationOf } of document.quotes) {
    const key = keys.quote(id);
    const { quote: text, start, end } = span;
    rows.node('Quote', key, { text, lang, start, end, textIndex: textIndex(text) });
    if (utterance !== undefined) rows.relate('RENDERS', key, utterance);
    if (translationOf !== undefined) rows.relate('TRANSLATION_OF', key, keys.quote(translationOf));
  }
}

function addAssertion(rows: RowSet, assertion: Assertion, document: ClaimsDocument, keys: Keys): void {
  const own = document.article.key;
  const articles = [own];
  const key = keys.assertion(assertion.id);
  const {
    id: _,
    article,
    claim,
    span,
    attributedTo,
    relays,
    onBehalfOf,
    quotes,
    disputes,
    knownFrom,
    ...said
  } = assertion;
  rows.node('Assertion', key, {
    ...said,
    quote: span?.quote,
    start: span?.start,
    end: span?.end,
    textIndex: textIndex(span?.quote, said.wording, said.condition),
  });
  rows.relate('CONTAINS', article ?? own, key);
  rows.relate('ABOUT', key, keys.claim(claim));
  for (const link of attributedTo ?? []) {
    const descriptor = link.descriptor ?? keys.descriptor(link.source);
    rows.relate('ATTRIBUTED_TO', key, keys.source(link.source), { descriptor, ...link.span, articles });
  }
  for (const link of relays ?? []) rows.relate('RELAYS', key, link.article, { how: link.how, ...link.span });
  for (const shown of knownFrom ?? []) rows.relate('KNOWN_FROM', key, keys.assertion(shown));
  if (onBehalfOf !== undefined) rows.relate('ON_BEHALF_OF', key, onBehalfOf, { articles });
  for (const quote of quotes ?? []) rows.relate('HAS_QUOTE', key, keys.quote(quote), { articles });
  for (const disputed of disputes ?? []) {
    const target =
      'claim' in disputed
        ? keys.claim(disputed.claim)
        : 'assertion' in disputed
          ? keys.assertion(disputed.assertion)
          : 'quote' in disputed
            ? keys.quote(disputed.quote)
            : disputed.article;
    rows.relate('DISPUTES', key, target, { articles });
  }
}

function makeRows(document: ClaimsDocument, context: RowContext): DocumentRows {
  const keys = keysOf(document, context.file);
  const rows = new RowSet();
  addArticle(rows, document, context);
  addBackground(rows, document, document.article.key);
  addClaims(rows, document, keys);
  addSources(rows, document, keys);
  addQuotes(rows, document, keys);
  for (const assertion of document.assertions) addAssertion(rows, assertion, document, keys);
  return rows.rows();
}

/** Rows that were made ahead, until they are asked for. */
const ahead = new WeakMap<ClaimsDocument, { context: RowContext; rows: DocumentRows }>();

const isSame = (a: RowContext, b: RowContext): boolean => a.documentHash === b.documentHash && a.baseKey === b.baseKey;

/** The rows of a document for which claimsRows() will be asked; they are not to be changed. */
export function claimsRowsAhead(document: ClaimsDocument, context: RowContext): DocumentRows {
  const before = ahead.get(document);
  if (before !== undefined && isSame(before.context, context)) return before.rows;
  const rows = makeRows(document, context);
  ahead.set(document, { context, rows });
  return rows;
}

/**
 * The nodes and relations that a claims document states. The keys in it are final: those of the database for entities
 * found there, and the article's own. Throws InvalidDocument where two claims or assertions come out as one.
 */
export function claimsRows(document: ClaimsDocument, context: RowContext): DocumentRows {
  const made = ahead.get(document);
  ahead.delete(document);
  return made !== undefined && isSame(made.context, context) ? made.rows : makeRows(document, context);
}
