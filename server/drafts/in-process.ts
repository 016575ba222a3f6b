// Takes in many articles one after the other, each read for its claims in this process: for the command line, where nobody waits beside.
import { type Prepared, prepare } from '../extract/draft.ts';
import type { Known, KnownArticle } from '../extract/mentions/known.ts';
import type { ImportOptions } from '../ingest/import.ts';
import { entityTypes } from '../schema/key.ts';
import type { Store } from '../store/port.ts';
import { tooLong } from './confined.ts';
import { draftOf } from './extract.ts';
import { readKnown } from './known.ts';
import { aboutOf, type Extract, type Parsed, type TakeReport, takeArticle } from './take.ts';

/** What the database knows is read and prepared once, and again when accepting makes new entities. */
export class ArticleTaker {
  readonly #acceptAllBy: string | undefined;
  #known: Known | undefined;
  /** Articles taken in since: later ones may relay them. */
  #articles: KnownArticle[] = [];
  #prepared: Prepared | undefined;

  constructor(acceptAllBy?: string) {
    this.#acceptAllBy = acceptAllBy;
  }

  readonly #extract: Extract = async (text, about, known) => {
    const why = tooLong(text);
    if (why !== undefined) return why;
    this.#prepared ??= prepare(await known());
    const articles = [...(this.#prepared.known.articles ?? []), ...this.#articles];
    return draftOf(text, about, { ...this.#prepared, known: { ...this.#prepared.known, articles } });
  };

  readonly take = async (
    store: Pick<Store, 'read' | 'transaction'>,
    parsed: Parsed,
    options: ImportOptions,
  ): Promise<TakeReport> => {
    const known = async (): Promise<Known> => {
      this.#known ??= await readKnown(store);
      return this.#known;
    };
    const acceptAllBy = this.#acceptAllBy;
    const report = await takeArticle(store, parsed, { ...options, extract: this.#extract, known, acceptAllBy });
    const { outlet, publishedFrom, publishedTo } = aboutOf(report.article, parsed.document.article);
    const about = { outlet, publishedFrom, publishedTo };
    const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
    this.#articles.push({ key: report.article, ...given });
    if (entityTypes.some((type) => (report.created[type] ?? 0) > 0)) this.#forget();
    return report;
  };

  #forget(): void {
    this.#known = undefined;
    this.#prepared = undefined;
    this.#articles = [];
  }
}
