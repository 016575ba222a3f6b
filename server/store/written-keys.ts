// Which records one transaction writes, told from its statements and what these are given.

/** Statements that write nothing the evidence is made of: marks, logs, decisions that are read anew, derived edges. */
const beside =
  /^(schema\/marker-set$|derive\/|write\/(lock$|turn$|audit\/|saved\/|watches\/|drafts\/|changes\/|identity\/|curation\/(case|collects|disposition|note)$))/;
/** Statements of which the parameters name every record that they write, and both ends of every relation. */
const named =
  /^write\/((node|new|link)\/|delete-links$|delete-records$|curation\/(grade|ungrade|same-as|not-republishes)$)/;

export interface Written {
  /** Keys of records made or changed, and of the ends of relations made, changed or taken out. */
  readonly records: ReadonlySet<string>;
  /** Keys of records taken out. */
  readonly gone: ReadonlySet<string>;
}

/** Records that are told apart of one transaction; of one that writes more, nothing is known. */
const most = 100_000;

/** Follows one transaction. */
export class WrittenKeys implements Written {
  readonly records = new Set<string>();
  readonly gone = new Set<string>();
  /** The first and the last revision that it counted; none where it did not say that it would write. */
  counted: { first: number; last: number } | undefined;
  /** Whether all is written and it is being committed. */
  ends = false;
  /** Whether nobody can tell what it wrote. */
  unknown = false;

  saw(name: string, parameters: unknown): void {
    if (this.unknown || beside.test(name)) return;
    this.unknown = !named.test(name) || this.records.size + this.gone.size > most;
    const {
      key,
      keys = [],
      rows = [],
    } = (parameters ?? {}) as {
      key?: string;
      keys?: readonly string[];
      rows?: readonly { key?: string; source?: string; target?: string }[];
    };
    for (const one of keys) this.gone.add(one);
    for (const one of [{ key }, ...rows] as typeof rows)
      for (const record of [one.key, one.source, one.target]) if (record !== undefined) this.records.add(record);
  }

  /** What `write/lock` answered. */
  count(revision: unknown): void {
    const last = Number(revision);
    this.counted = { first: this.counted?.first ?? last, last };
  }
}
