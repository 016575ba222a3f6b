// Makes the claims document of one article out of its rows.
import type { ClaimsDocumentInput } from '../../../schema/article.ts';
import { sha256, shortHash } from '../../canonical.ts';
import { claimKey } from '../../keys.ts';
import { type ArticleFact, type AssertionFact, type EntityFact, given, type RowFacts } from './facts.ts';
import type { CsvFaults } from './faults.ts';
import { placeIn, RowText } from './text.ts';

/** The lists of a document whose items come from rows. */
const lists = ['entities', 'sources', 'claims', 'assertions', 'relations'] as const;
type List = (typeof lists)[number];

export interface Draft {
  document: ClaimsDocumentInput;
  /** The line that each item of a list comes from. */
  lines: Record<List, number[]>;
  /** The line of the article's first row. */
  line: number;
  rows: number;
  /** Assertions and relations that an earlier row makes too. */
  merged: number;
}

type Items<L extends List> = NonNullable<ClaimsDocumentInput[L]>[number];

/** The items of one list, without repeats, each with its line. */
class Gathered<L extends List> {
  readonly items: Items<L>[] = [];
  readonly lines: number[] = [];
  readonly #at = new Map<string, number>();

  /** Adds what `make` gives unless there is an item of the identity; says whether it was added. */
  add(identity: string, line: number, make: () => Items<L>): boolean {
    if (this.#at.has(identity)) return false;
    this.#at.set(identity, this.items.length);
    this.items.push(make());
    this.lines.push(line);
    return true;
  }

  find(identity: string): Items<L> | undefined {
    const at = this.#at.get(identity);
    return at === undefined ? undefined : this.items[at];
  }
}

const columnsOfArticle = ['title', 'author', 'published', 'outlet'] as const;

/** What all rows say of the article; two that say different things are a fault. */
function articleOf(rows: readonly RowFacts[], faults: CsvFaults): ArticleFact {
  const seen = new Map<string, { words: string; line: number }>();
  let whole: ArticleFact = { key: rows[0]?.article.key ?? '' };
  for (const { article, line } of rows) {
    for (const name of columnsOfArticle) {
      const value = article[name];
      if (value === undefined) continue;
      const words = typeof value === 'string' ? value : value.key;
      const before = seen.get(name);
      if (before === undefined) seen.set(name, { words, line });
      else if (before.words !== words) {
        faults.add({
          line,
          reason: `gives ${article.key} the ${name} ${JSON.stringify(words)}, and line ${before.line} ${JSON.stringify(before.words)}; an article has one: tell the articles apart by article.key in the mapping, or spell it alike`,
        });
      }
    }
    whole = { ...article, ...whole };
  }
  return whole;
}

/** A source's id within the document: by its own id, else its descriptor; an anonymous one is never two claims' by its words. */
function sourceId({ kind, descriptor, actor, id }: NonNullable<AssertionFact['source']>, claim: string): string {
  const same = id === '' ? [descriptor, kind === 'anonymous' || kind === 'unresolved' ? claim : ''] : [id];
  return `s-${shortHash([kind, actor ?? '', ...same])}`;
}

class Builder {
  readonly entities = new Gathered<'entities'>();
  readonly sources = new Gathered<'sources'>();
  readonly claims = new Gathered<'claims'>();
  readonly assertions = new Gathered<'assertions'>();
  readonly relations = new Gathered<'relations'>();
  merged = 0;

  addEntity({ type, key, name, url }: EntityFact, line: number): void {
    // What the file gives as a key alone is the database's.
    if (name === undefined) return;
    if (this.entities.add(key, line, () => ({ type, key, name, ...given({ url }) }) as Items<'entities'>)) return;
    const known = this.entities.find(key);
    if (known !== undefined && known.name !== name && !known.aliases?.includes(name))
      known.aliases = [...(known.aliases ?? []), name];
  }

  addAssertion(fact: AssertionFact, { line, raw }: RowFacts, start: number): void {
    const { claim, source, quote, ...said } = fact;
    // The same for rows whose claims have one key; of a stance that is seen without making the hash.
    const key =
      claim.kind === 'stance' ? `${claim.holder} ${claim.target} ${claim.stance}` : claimKey({ ...claim, id: '' });
    const from = source && sourceId(source, key);
    const identity = JSON.stringify([key, said, quote, from, source?.descriptor]);
    const id = `a${this.assertions.items.length + 1}`;
    this.claims.add(key, line, () => ({ ...claim, id: `c${this.claims.items.length + 1}` }));
    const added = this.assertions.add(identity, line, () => ({
      id,
      claim: this.claims.find(key)?.id ?? '',
      ...said,
      span: placeIn(raw, start, quote),
      extractor: 'csv',
      ...(source === undefined || from === undefined
        ? {}
        : { attributedTo: [{ source: from, descriptor: source.descriptor }] }),
    }));
    if (!added) this.merged += 1;
    else if (source !== undefined && from !== undefined) {
      const { kind, descriptor, actor } = source;
      this.sources.add(from, line, () => ({ id: from, kind, descriptor, ...given({ actor }) }));
    }
  }

  addRow(row: RowFacts, start: number): void {
    for (const entity of row.entities) this.addEntity(entity, row.line);
    for (const fact of row.assertions) this.addAssertion(fact, row, start);
    for (const relation of row.relations) {
      const added = this.relations.add(JSON.stringify(relation), row.line, () => ({
        ...relation,
        span: placeIn(row.raw, start),
      }));
      if (!added) this.merged += 1;
    }
  }
}

/**
 * The document of an article whose rows are given in the order of the file; null where the mapping skips them all.
 * Rows that contradict each other on the article itself are faults.
 */
export function buildDocument(header: string, rows: readonly RowFacts[], faults: CsvFaults): Draft | null {
  if (rows.every(({ assertions, relations }) => assertions.length + relations.length === 0)) return null;
  const built = new Builder();
  const text = new RowText(header);
  const { published, outlet, ...article } = articleOf(rows, faults);
  const [first] = rows;
  if (outlet !== undefined) built.addEntity(outlet, first?.line ?? 1);
  for (const row of rows) built.addRow(row, text.add(row.raw));
  const { entities, sources, claims, assertions, relations } = built;
  const held = text.text();
  return {
    document: {
      format: 'hearsay-claims/1',
      article: {
        ...article,
        ...(outlet === undefined ? {} : { outlet: outlet.key }),
        ...(published === undefined
          ? {}
          : { publishedFrom: published, publishedTo: published, dateBasis: 'stated' as const }),
        textHash: `sha256:${sha256(held)}`,
        text: held,
      },
      entities: entities.items,
      sources: sources.items,
      claims: claims.items,
      assertions: assertions.items,
      relations: relations.items,
    },
    lines: {
      entities: entities.lines,
      sources: sources.lines,
      claims: claims.lines,
      assertions: assertions.lines,
      relations: relations.lines,
    },
    line: first?.line ?? 1,
    rows: rows.length,
    merged: built.merged,
  };
}
