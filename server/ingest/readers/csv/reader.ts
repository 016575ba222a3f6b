// Turns the rows of a file into what they say, by a mapping; keeps count, and gathers the faults of all rows.
import type { CsvMapping } from '../../../schema/csv-mapping.ts';
import { Passage } from '../../../schema/text.ts';
import { articlesGetter, sourceGetter } from './articles.ts';
import { Columns, type Get } from './columns.ts';
import { dateGetter } from './dates.ts';
import { given, type RowFacts, type Said } from './facts.ts';
import { type CsvFaults, RowFault } from './faults.ts';
import { Names } from './names.ts';
import { relationsGetter } from './relations.ts';
import type { CsvRow } from './rows.ts';
import { stancesGetter } from './stances.ts';

export interface Counts {
  rows: number;
  skipped: number;
  asStatements: number;
}

/** A control character that no text may hold, found before the slower check that words it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff]/;

const nothing = { entities: [], assertions: [], relations: [], asStatement: false };
const saysNothing = ({ assertions, relations }: RowFacts): boolean => assertions.length + relations.length === 0;

export class RowReader {
  readonly counts: Counts = { rows: 0, skipped: 0, asStatements: 0 };
  readonly names: Names;
  readonly #columns: Columns;
  readonly #faults: CsvFaults;
  readonly #read: Get<RowFacts[]>;
  /** What checked rows say, while they are held. */
  readonly #said = new WeakMap<CsvRow, RowFacts[]>();

  /** Faults of the header are added at once; then rows mean nothing and must not be read. */
  constructor(header: CsvRow, mapping: CsvMapping, faults: CsvFaults) {
    this.names = new Names(mapping.names);
    this.#faults = faults;
    this.#columns = new Columns(header.cells, mapping.delimiter, faults);
    this.#read = this.#compile(mapping);
  }

  #compile(mapping: CsvMapping): Get<RowFacts[]> {
    const columns = this.#columns;
    const said: Get<Said | null> =
      mapping.kind === 'stances'
        ? stancesGetter(mapping, columns, this.names)
        : relationsGetter(mapping, columns, this.names);
    const articlesOf = articlesGetter(mapping.article, columns, this.names);
    const sourceOf = sourceGetter(mapping.source, columns, this.names);
    const wording = mapping.wording && columns.words(mapping.wording.column, 'wording');
    const quote = mapping.quote && columns.cell(mapping.quote.column, 'quote');
    const from = mapping.period?.from && dateGetter(mapping.period.from, columns, 'period.from');
    const to = mapping.period?.to && dateGetter(mapping.period.to, columns, 'period.to');
    return (row) => {
      const articles = articlesOf(row);
      const found = said(row);
      const { line, raw } = row;
      if (found === null) return articles.map((article) => ({ ...nothing, line, raw, article }));
      const named = sourceOf(row);
      const period = given({ from: from?.(row), to: to?.(row) });
      const common = given({
        wording: wording?.(row) || undefined,
        quote: quote?.(row) || undefined,
        source: named?.source,
        ...period,
      });
      const entities = named?.actor === undefined ? found.entities : [...found.entities, named.actor];
      const assertions = found.assertions.map((assertion) => ({ ...assertion, ...common }));
      const relations = found.relations.map((relation) => ({ ...relation, ...period }));
      return articles.map((article) => ({ ...found, line, raw, article, entities, assertions, relations }));
    };
  }

  #check(row: CsvRow): void {
    const { cells, raw } = row;
    if (cells.length !== this.#columns.count) {
      const reason = `has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the header ${this.#columns.count} columns; a cell that holds the delimiter must stand in quotation marks`;
      throw new RowFault({ reason });
    }
    const fault = suspect.test(raw) ? Passage.safeParse(raw).error?.issues[0] : undefined;
    if (fault !== undefined) throw new RowFault({ reason: fault.message });
  }

  /** The keys of the articles that a row belongs to; none where it has a fault, which is told with its line. */
  check(row: CsvRow): string[] {
    this.counts.rows += 1;
    try {
      this.#check(row);
      const facts = this.#read(row);
      this.#said.set(row, facts);
      if (facts.every(saysNothing)) this.counts.skipped += 1;
      if (facts.some(({ asStatement }) => asStatement)) this.counts.asStatements += 1;
      return facts.map(({ article }) => article.key);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.#faults.add({ line: row.line, ...error.fault });
      return [];
    }
  }

  /** What a row that was checked before says of one of its articles. */
  read(row: CsvRow, article: string): RowFacts {
    const said = this.#said.get(row) ?? this.#read(row);
    const facts = said.find((one) => one.article.key === article);
    if (facts === undefined) throw new Error(`Line ${row.line} was checked for another article than ${article}.`);
    return facts;
  }
}
