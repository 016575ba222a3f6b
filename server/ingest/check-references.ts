// Checks that every local id is unique and meant, and that whatever points somewhere inside the document arrives.
import type { ClaimsDocument } from '../schema/article.ts';
import { nearest } from '../schema/nearest.ts';
import type { Issues, Path } from './issues.ts';
import { linkedArticles } from './references.ts';

/** Reports every item whose id or key another of the list has already. */
export function checkUnique<T>(
  items: readonly T[],
  path: Path,
  member: string,
  of: (item: T) => string,
  issues: Issues,
): void {
  const seen = new Map<string, number>();
  items.forEach((item, at) => {
    const id = of(item);
    const before = seen.get(id);
    if (before === undefined) seen.set(id, at);
    else issues.add([...path, at, member], `"${id}" is taken by ${path.join('/')}/${before}; give this one another`);
  });
}

interface Names {
  what: string;
  list: string;
  known: ReadonlySet<string>;
  used: Set<string>;
}
const namesOf = (what: string, list: string, ids: readonly string[]): Names => ({
  what,
  list,
  known: new Set(ids),
  used: new Set(),
});

/** Checks ids and all references by local id, article key and utterance key. */
export function checkReferences(document: ClaimsDocument, issues: Issues): void {
  const { article, articles, sources, utterances, quotes, claims, assertions } = document;
  checkUnique(articles, ['articles'], 'key', ({ key }) => key, issues);
  checkUnique(document.entities, ['entities'], 'key', ({ key }) => key, issues);
  checkUnique(utterances, ['utterances'], 'key', ({ key }) => key, issues);
  checkUnique(sources, ['sources'], 'id', ({ id }) => id, issues);
  checkUnique(quotes, ['quotes'], 'id', ({ id }) => id, issues);
  checkUnique(claims, ['claims'], 'id', ({ id }) => id, issues);
  checkUnique(assertions, ['assertions'], 'id', ({ id }) => id, issues);

  const source = namesOf(
    'source',
    'sources',
    sources.map(({ id }) => id),
  );
  const quote = namesOf(
    'quote',
    'quotes',
    quotes.map(({ id }) => id),
  );
  const claim = namesOf(
    'claim',
    'claims',
    claims.map(({ id }) => id),
  );
  const assertion = namesOf(
    'assertion',
    'assertions',
    assertions.map(({ id }) => id),
  );
  const utterance = namesOf(
    'utterance',
    'utterances',
    utterances.map(({ key }) => key),
  );
  const stub = namesOf(
    'article',
    'articles',
    articles.map(({ key }) => key),
  );
  const see = (names: Names, id: string | undefined, path: Path): void => {
    if (id === undefined) return;
    names.used.add(id);
    if (names.known.has(id)) return;
    const [close] = nearest(id, [...names.known], 1);
    const hint =
      close === undefined ? `declare it in ${names.list}` : `nearest: ${close}; or declare it in ${names.list}`;
    issues.add(path, `no ${names.what} "${id}" in this document (${hint})`);
  };
  const seeAll = (names: Names, ids: readonly string[] | undefined, path: Path): void => {
    ids?.forEach((id, at) => {
      see(names, id, [...path, at]);
    });
  };
  const seeArticle = (key: string | undefined, path: Path): void => {
    if (key !== article.key) see(stub, key, path);
  };

  articles.forEach(({ key }, at) => {
    if (key === article.key)
      issues.add(['articles', at, 'key'], "is this document's own article; list only those it relays");
  });
  for (const { member, keys } of linkedArticles(article)) {
    keys.forEach((key, at) => {
      if (key === article.key) issues.add(['article', member, at], "is this document's own article; name another");
    });
  }
  sources.forEach(({ spokeTo, memberOf, id }, at) => {
    seeArticle(spokeTo, ['sources', at, 'spokeTo']);
    see(source, memberOf, ['sources', at, 'memberOf']);
    if (memberOf === id) issues.add(['sources', at, 'memberOf'], 'a source is no member of itself');
  });
  utterances.forEach(({ speakerSource }, at) => {
    see(source, speakerSource, ['utterances', at, 'speakerSource']);
  });
  quotes.forEach((item, at) => {
    see(utterance, item.utterance, ['quotes', at, 'utterance']);
    see(quote, item.translationOf, ['quotes', at, 'translationOf']);
    if (item.translationOf === item.id)
      issues.add(['quotes', at, 'translationOf'], 'a quote is no translation of itself');
  });
  claims.forEach(({ includes }, at) => {
    seeAll(claim, includes, ['claims', at, 'includes']);
  });
  assertions.forEach((item, at) => {
    const path: Path = ['assertions', at];
    if (item.article !== article.key) see(stub, item.article, [...path, 'article']);
    see(claim, item.claim, [...path, 'claim']);
    item.attributedTo?.forEach((link, to) => {
      see(source, link.source, [...path, 'attributedTo', to, 'source']);
    });
    item.relays?.forEach((link, to) => {
      seeArticle(link.article, [...path, 'relays', to, 'article']);
    });
    seeAll(quote, item.quotes, [...path, 'quotes']);
    seeAll(assertion, item.knownFrom, [...path, 'knownFrom']);
    item.disputes?.forEach((disputed, to) => {
      const there: Path = [...path, 'disputes', to];
      if ('claim' in disputed) see(claim, disputed.claim, [...there, 'claim']);
      else if ('assertion' in disputed) see(assertion, disputed.assertion, [...there, 'assertion']);
      else if ('quote' in disputed) see(quote, disputed.quote, [...there, 'quote']);
      else seeArticle(disputed.article, [...there, 'article']);
    });
  });
  // What nothing points to would stand in the graph unconnected, and nobody could take it out again.
  for (const { what, list, known, used } of [source, quote, claim, utterance]) {
    [...known].forEach((id, at) => {
      if (!used.has(id))
        issues.add([list, at], `nothing in the document refers to the ${what} "${id}"; use it or leave it out`);
    });
  }
}
