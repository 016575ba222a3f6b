// What one article does to another – prints, corrects or retracts it – where a person decides it, beside what documents state.
import { Conflict, NotFound } from '../errors.ts';
import { settleStubs } from '../ingest/take-out.ts';
import { type ArticleLinkBody, type ArticleLinkView, articleLinks, type CurationReport } from '../schema/curation.ts';
import { compare, groupBy } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { decide, type Planned } from './decide.ts';
import { type Stored, sameStored, stored } from './properties.ts';
import { refused, requireHearsay, subjectOf } from './subject.ts';

type Type = ArticleLinkBody['type'];
type Review = ArticleLinkView['review'];
type Row = Rows<'read/curation/article-links'>[number];
interface Link {
  type: Type;
  article: string;
  other: string;
}

const linkStatement = {
  REPUBLISHES: 'write/link/republishes',
  CORRECTS: 'write/link/corrects',
  RETRACTS: 'write/link/retracts',
} as const satisfies Record<Type, string>;
const keyOf = ({ type, article, other }: Link): string => [type, article, other].join('~');

/** What is stored of a link: who states it, and what somebody decided. */
interface Standing {
  /** Keys of the articles whose documents state it. */
  articles: string[];
  decided: { review: Review; properties: Stored } | null;
}

async function standingOf(tx: Reader, { type, article, other }: Link): Promise<Standing> {
  const ends = { source: article, target: other };
  const types = type === 'REPUBLISHES' ? [type, 'NOT_REPUBLISHES'] : [type];
  const rows = await tx.read('write/find/between', { rows: types.map((one) => ({ type: one, ...ends })) });
  const link = rows.find((row) => row.type === type)?.properties ?? {};
  const rejected = rows.find((row) => row.type === 'NOT_REPUBLISHES')?.properties;
  const { articles, curated, ...decision } = rejected ?? link;
  const properties = stored(decision as Stored);
  const review: Review = rejected === undefined ? 'accepted' : 'rejected';
  return {
    articles: Array.isArray(link.articles) ? link.articles.map(String) : [],
    decided: curated === true ? { review, properties } : null,
  };
}

/** Leaves the link as documents state it, with the decision beside it where there is one. */
async function write(tx: Transaction, link: Link, { articles, decided }: Standing): Promise<void> {
  const ends = { source: link.article, target: link.other };
  const properties = (review: Review) => (decided?.review === review ? { ...decided.properties, curated: true } : {});
  const isLinked = articles.length > 0 || decided?.review === 'accepted';
  const gone = [
    ...(isLinked ? [] : [link.type]),
    ...(link.type === 'REPUBLISHES' && decided?.review !== 'rejected' ? ['NOT_REPUBLISHES'] : []),
  ];
  if (gone.length > 0)
    await tx.write('write/delete-links', { rows: gone.map((type) => ({ type, ...ends, title: '' })) });
  if (isLinked) {
    const stated = articles.length > 0 ? { articles } : {};
    await tx.write(linkStatement[link.type], {
      rows: [{ ...ends, properties: { ...stated, ...properties('accepted') } }],
    });
  }
  if (decided?.review === 'rejected') {
    await tx.write('write/curation/not-republishes', { rows: [{ ...ends, properties: properties('rejected') }] });
  }
}

async function check(tx: Reader, body: ArticleLinkBody, before: Standing, mayBeStated: boolean): Promise<void> {
  if (body.article === body.other) throw refused('/other', 'is the article itself');
  await subjectOf(tx, body.article, ['Article'], '/article');
  await subjectOf(tx, body.other, ['Article'], '/other');
  if (body.review === 'accepted') return;
  if (body.type !== 'REPUBLISHES') {
    throw refused('/review', 'only REPUBLISHES is ever suggested, so only that can be rejected');
  }
  if (before.articles.length > 0 && !mayBeStated) {
    throw new Conflict(`A document states that "${body.article}" prints "${body.other}".`, {
      detail: `It is the document of ${before.articles.join(', ')}: mend that and import it again.`,
    });
  }
}

/**
 * Decides a link, or puts this decision in the place of another on the same link. Conflict: a document states it, unless
 * it `mayBeStated`, of a decision that was there before the document.
 */
export function setArticleLink(
  store: Pick<Store, 'transaction'>,
  body: ArticleLinkBody,
  { mayBeStated = false } = {},
): Promise<CurationReport> {
  return decide(store, async (tx): Promise<Planned> => {
    const before = await standingOf(tx, body);
    await check(tx, body, before, mayBeStated);
    const properties = stored({ by: body.by, why: body.why });
    const same = before.decided?.review === body.review && sameStored(before.decided.properties, properties);
    const after: Standing = { articles: before.articles, decided: { review: body.review, properties } };
    return {
      key: keyOf(body),
      outcome: before.decided === null ? 'created' : same ? 'unchanged' : 'changed',
      around: { articles: [body.article, body.other] },
      apply: () => write(tx, body, after),
    };
  });
}

const isType = (type: string | undefined): type is Type => articleLinks.some((known) => known === type);

function parseKey(key: string): Link | null {
  const [, type, article = '', other = ''] = /^([A-Z]+)~([^~]+)~([^~]+)$/u.exec(key) ?? [];
  return isType(type) ? { type, article, other } : null;
}

/** Takes a decision back, accepted or rejected; what a document states stays. Throws NotFound where nobody decided it. */
export function removeArticleLink(store: Pick<Store, 'transaction'>, key: string): Promise<CurationReport> {
  return decide(store, async (tx): Promise<Planned> => {
    const link = parseKey(key);
    const before = link === null ? null : await standingOf(tx, link);
    if (link === null || before === null || before.decided === null) {
      const stated = before !== null && before.articles.length > 0;
      throw new NotFound(`Nobody decided on a link "${key.slice(0, 300)}".`, {
        detail: stated
          ? `It is stated by the document of ${before.articles.join(', ')}, and stays while that is held.`
          : 'Its key is TYPE~article~other, URL-encoded; /api/article-links lists all.',
        nearest: (await linksOf(tx))
          .filter(({ decided }) => decided)
          .slice(0, 5)
          .map((one) => ({ key: one.key, name: `${one.article.name} – ${one.other.name}` })),
      });
    }
    return {
      key,
      outcome: 'removed',
      around: { articles: [link.article, link.other] },
      apply: async () => {
        await write(tx, link, { articles: before.articles, decided: null });
        // A stub that was there for this alone goes with it.
        await settleStubs(tx, [link.other]);
      },
    };
  });
}

function viewOf(row: Row): ArticleLinkView {
  const type = row.type === 'NOT_REPUBLISHES' ? 'REPUBLISHES' : row.type;
  return {
    key: keyOf({ type, article: row.source, other: row.target }),
    type,
    article: { key: row.source, name: row.sourceName },
    other: { key: row.target, name: row.targetName },
    review: row.type === 'NOT_REPUBLISHES' ? 'rejected' : 'accepted',
    decided: row.decided,
    statedBy: [...(row.articles ?? [])].sort(compare),
    by: row.by,
    why: row.why,
  };
}

/** What a document states stands, whoever rejected it as a suggestion; that decision is told with it, to be taken back. */
function merged(links: readonly ArticleLinkView[]): ArticleLinkView[] {
  const stated = links.find(({ review }) => review === 'accepted') ?? links[0];
  const decision = links.find(({ decided }) => decided);
  if (stated === undefined) return [];
  return [decision === undefined ? stated : { ...stated, decided: true, by: decision.by, why: decision.why }];
}

async function linksOf(reader: Reader): Promise<ArticleLinkView[]> {
  const rows = await reader.read('read/curation/article-links', {});
  const byKey = groupBy(rows.map(viewOf), (link) => link.key);
  return [...byKey.values()].flatMap(merged).sort((a, b) => compare(a.key, b.key));
}

/** Every link between articles, stated or decided, by key. Throws NotFound where the database is not Hearsay's. */
export async function listArticleLinks(store: Pick<Store, 'read' | 'capabilities'>): Promise<ArticleLinkView[]> {
  requireHearsay(store);
  return linksOf(store);
}
