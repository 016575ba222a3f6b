// Tells floats from whole numbers in the rows of the embedded engine, which gives 1.0 and 1 as the same JavaScript number.

/** What is known of the numbers in a column: of itself, of the items of a list, of the entries of a map or entity. */
export interface Kind {
  readonly float: boolean;
  readonly item: Kind | undefined;
  readonly entries: ReadonlyMap<string, Kind> | undefined;
}

const list = 12;
const struct = 13;
const floatingPoint = 3;

/**
 * Reads the schema at the head of an Arrow stream, a flatbuffer, where every column has its type. Layout: Arrow columnar
 * format, "IPC streaming format" and Schema.fbs; FlatBuffers internals. Of unions only the numbers above matter here.
 */
class SchemaReader {
  readonly #bytes: Buffer;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  columns(): Map<string, Kind> {
    // A continuation marker and the length come first, then the message, whose header is the schema.
    const message = this.#follow(8);
    const schema = this.#table(message, 2);
    return this.#fields(schema === 0 ? 0 : this.#table(schema, 1));
  }

  /** Where the offset at a place leads to. */
  #follow(at: number): number {
    return at + this.#bytes.readUInt32LE(at);
  }

  /** The place of a field in a table, or 0 where the table leaves it out. */
  #slot(table: number, field: number): number {
    const layout = table - this.#bytes.readInt32LE(table);
    const entry = 4 + 2 * field;
    if (entry >= this.#bytes.readUInt16LE(layout)) return 0;
    const offset = this.#bytes.readUInt16LE(layout + entry);
    return offset === 0 ? 0 : table + offset;
  }

  /** A table, vector or text that a field leads to, or 0. */
  #table(table: number, field: number): number {
    const slot = this.#slot(table, field);
    return slot === 0 ? 0 : this.#follow(slot);
  }

  #fields(vector: number): Map<string, Kind> {
    const found = new Map<string, Kind>();
    const length = vector === 0 ? 0 : this.#bytes.readUInt32LE(vector);
    for (let at = 0; at < length; at++) {
      const field = this.#follow(vector + 4 + 4 * at);
      const name = this.#table(field, 0);
      const text = name === 0 ? '' : this.#bytes.toString('utf8', name + 4, name + 4 + this.#bytes.readUInt32LE(name));
      found.set(text, this.#kind(field));
    }
    return found;
  }

  #kind(field: number): Kind {
    const slot = this.#slot(field, 2);
    const type = slot === 0 ? 0 : this.#bytes.readUInt8(slot);
    const children = type === list || type === struct ? this.#fields(this.#table(field, 5)) : undefined;
    const item = type === list ? children?.values().next().value : undefined;
    return { float: type === floatingPoint, item, entries: type === struct ? children : undefined };
  }
}

/** The kinds of a result's columns by name, from its Arrow stream. */
export function kindsOf(stream: Buffer): Map<string, Kind> {
  return new SchemaReader(stream).columns();
}
