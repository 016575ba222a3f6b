// The keys of all records there are: what is not among them need not be looked for.

export class KnownKeys {
  readonly #keys = new Set<string>();
  /** Of first texts that other texts name. */
  readonly #bases = new Set<string>();

  get size(): number {
    return this.#keys.size;
  }

  put(key: string, base: unknown): void {
    this.#keys.add(key);
    if (typeof base === 'string') this.#bases.add(base);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Whether there may be later texts of an article: they name it, or it is there and they lead to it. */
  mayBeRevised(base: string): boolean {
    return this.#bases.has(base) || this.#keys.has(base);
  }
}
