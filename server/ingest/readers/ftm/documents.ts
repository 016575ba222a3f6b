// Makes documents of what a FollowTheMoney file says: shared entities with their lasting relations, its other ties as statements, its articles.
import type { ClaimsDocumentInput } from '../../../schema/article.ts';
import type { EntitiesDocument, Entity, Relation } from '../../../schema/entity.ts';
import { batches } from '../../../schema/lists.ts';
import { sha256, shortHash } from '../../canonical.ts';
import { claimKey } from '../../keys.ts';
import { makeArticle } from '../article/make.ts';
import { articleToDocument } from '../article/to-document.ts';
import { given } from '../csv/facts.ts';
import { slug } from '../csv/names.ts';
import type { Faults } from '../faults.ts';
import type { Tally } from '../tally.ts';
import { distinctLine, line } from '../text/shorten.ts';
import type { FtmEntity, FtmFile, FtmTie } from './file.ts';

/** Of one document, below the format's limits. */
const mostEntities = 5000;
const mostStatements = 1500;

interface Joined {
  from: FtmTie;
  start: Entity;
  end: Entity;
  words: string;
}

const holders: ReadonlySet<string> = new Set(['Person', 'Country', 'Organization', 'Group']);

function joined(file: FtmFile, tally: Tally): Joined[] {
  return file.ties.flatMap((from) => {
    const { tie, properties, schema } = from;
    const start = file.entities.get(properties[tie.start]?.[0] ?? '');
    const end = file.entities.get(properties[tie.end]?.[0] ?? '');
    const words = tie.words.flatMap((name) => properties[name] ?? [])[0] ?? tie.fallback;
    if (start !== undefined && end !== undefined && holders.has(start.type)) return [{ from, start, end, words }];
    tally.add(`${schema} of which an end is not in the file or nobody, left aside`);
    return [];
  });
}

function relationOf({ from, start, end, words }: Joined, file: FtmFile): Relation | null {
  const { tie, line: at, properties } = from;
  const period = given({
    from: file.date(at, properties, ['startDate', 'date']),
    to: file.date(at, properties, ['endDate']),
  });
  if (tie.type === 'HOLDS_OFFICE' && start.type === 'Person' && holders.has(end.type))
    return { type: 'HOLDS_OFFICE', start: start.key, end: end.key, title: line(words, 200), ...period };
  if (tie.type === 'MEMBER_OF' && end.type === 'Organization')
    return { type: 'MEMBER_OF', start: start.key, end: end.key, ...period };
  return null;
}

/** What no lasting relation holds is a statement of the file: "A — Owner — B", each with its line as its place. */
function statements(name: string, ties: readonly Joined[], part: number): ClaimsDocumentInput {
  const lines: string[] = [];
  let at = 0;
  const claims = new Map<string, NonNullable<ClaimsDocumentInput['claims']>[number]>();
  const assertions: NonNullable<ClaimsDocumentInput['assertions']> = [];
  for (const { start, end, words } of ties) {
    const text = distinctLine(`${start.name} — ${words} — ${end.name}`, 300);
    const claim = { kind: 'statement' as const, holder: start.key, text };
    const key = claimKey({ ...claim, id: '' });
    if (claims.has(key)) continue;
    const id = `c${claims.size + 1}`;
    claims.set(key, { id, ...claim });
    const length = [...text].length;
    assertions.push({
      id: `a${assertions.length + 1}`,
      claim: id,
      span: { start: at, end: at + length, quote: text },
      extractor: 'follow-the-money',
    });
    lines.push(text);
    at += length + 1;
  }
  const text = lines.join('\n');
  return {
    format: 'hearsay-claims/1',
    article: {
      key: `article:ftm-${slug(name)}${part === 0 ? '' : `-${part + 1}`}`,
      title: line(`Ties in ${name}`, 500),
      textHash: `sha256:${sha256(text)}`,
      text,
    },
    claims: [...claims.values()],
    assertions,
  };
}

/** An article with its text, and who is mentioned in it; null where the file has no text of it. */
function articleOf(name: string, entity: FtmEntity, file: FtmFile, tally: Tally): ClaimsDocumentInput | null {
  const { properties, schema, line: at, id } = entity;
  const first = (member: string): string | undefined => properties[member]?.[0];
  const body = (properties.bodyText ?? properties.indexText ?? []).join('\n\n');
  if (body.trim() === '') {
    tally.add(`${schema} without its text, left aside`);
    return null;
  }
  const day = file.date(at, properties, ['publishedAt', 'date']);
  const { article } = makeArticle(`${name}:${at}`, {
    text: body,
    title: first('title') ?? first('name'),
    author: first('author'),
    outletName: first('publisher'),
    url: first('sourceUrl'),
    lang: first('language'),
    dates: day === undefined ? [] : [{ field: 'publishedAt', value: day }],
  });
  const document = articleToDocument(article);
  const mentioned = file.mentions.flatMap(({ document: of, resolved }) =>
    of === id ? (file.entities.get(resolved) ?? []) : [],
  );
  const known = new Set((document.entities ?? []).map(({ key }) => key));
  const entities = [...new Map(mentioned.map((one) => [one.key, one])).values()].filter(({ key }) => !known.has(key));
  return { ...document, entities: [...(document.entities ?? []), ...entities.slice(0, 1900)] };
}

/** The documents of a file whose lines have all been taken. `name` is the file's, without folders. */
export function* ftmDocuments(
  name: string,
  file: FtmFile,
  faults: Faults,
  tally: Tally,
): Generator<EntitiesDocument | ClaimsDocumentInput> {
  const all = joined(file, tally);
  const others: Joined[] = [];
  const relations: Relation[] = [];
  const seen = new Set<string>();
  for (const one of all) {
    const relation = relationOf(one, file);
    if (relation === null) others.push(one);
    else if (!seen.has(shortHash([relation]))) {
      seen.add(shortHash([relation]));
      relations.push(relation);
    }
  }
  if (faults.any) return;
  const parts = batches([...file.entities.values()], mostEntities);
  for (const entities of parts) yield { format: 'hearsay-entities/1', entities };
  for (const some of batches(relations, mostEntities))
    yield { format: 'hearsay-entities/1', entities: [], relations: some };
  for (const [part, some] of batches(others, mostStatements).entries()) yield statements(name, some, part);
  for (const entity of file.articles) {
    const document = articleOf(name, entity, file, tally);
    if (document !== null) yield document;
  }
}
