// Texts of articles that a test imports and takes out again in any order.
import { removeArticle } from '../../server/ingest/remove.ts';
import type { report } from '../builders.ts';
import type { Ground } from './ingest-setup.ts';

type Document = ReturnType<typeof report>;

export class TextsInTurn {
  readonly #ground: Ground;
  readonly #texts: readonly Document[];
  readonly #held = new Map<string, string>();

  constructor(ground: Ground, articles: readonly (readonly Document[])[]) {
    this.#ground = ground;
    this.#texts = articles.flat();
  }

  /** The text of this number, counted round. */
  text(number: number): Document {
    const text = this.#texts[number % this.#texts.length];
    if (text === undefined) throw new Error('There are no texts.');
    return text;
  }

  /** The key of its article while the text is held. */
  keyOf({ article }: Document): string | undefined {
    return this.#held.get(article.textHash);
  }

  /** The keys of all that are held. */
  get keys(): string[] {
    return [...this.#held.values()];
  }

  /** Imports a text that is not held, and takes one out that is. */
  async turn(text: Document): Promise<void> {
    const { textHash } = text.article;
    const key = this.#held.get(textHash);
    if (key === undefined) {
      this.#held.set(textHash, (await this.#ground.add(text)).article);
    } else {
      await removeArticle(this.#ground.store, key);
      this.#held.delete(textHash);
    }
  }
}
