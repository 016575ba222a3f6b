// Typed Cypher through the gate and the store of one engine, and answers of two engines made comparable.
import { loadBundled } from '../../server/bundled.ts';
import { AppError, StatementRefused } from '../../server/errors.ts';
import { Gate } from '../../server/query/gate.ts';
import { defaultQuerySettings } from '../../server/query/limits.ts';
import { typedParameters } from '../../server/query/parameters.ts';
import { QueryRunner } from '../../server/query/run.ts';
import { QueryRequest, type TypedNode, type TypedRelationship, type TypedValue } from '../../server/schema/cypher.ts';
import type { QueryAnswer, RowBatch, Store } from '../../server/store/port.ts';
import { openEmpty, type TestEngine } from './engines.ts';

export interface Answer {
  columns: readonly string[];
  rows: TypedValue[][];
}
/** `refused`: by the gate, nothing ran; `failed`: what the engine found at fault, or the limit that was reached. */
export type Outcome = Answer | { refused: string } | { failed: string };

/** An answer of so many rows was cut off. */
export const rowLimit = 20_000;
const settings = { ...defaultQuerySettings, timeoutMs: 60_000, rows: rowLimit };

export class Asker {
  readonly name: TestEngine['name'];
  readonly #store: Store;
  readonly #gate: Gate;
  readonly #runner: QueryRunner;

  private constructor(name: TestEngine['name'], store: Store) {
    this.name = name;
    this.#store = store;
    this.#gate = new Gate({ dialect: store.capabilities.engine, deadlineMs: 30_000 });
    this.#runner = new QueryRunner(store, this.#gate, settings);
  }

  /** On an empty database of the engine, filled with the bundled reports. */
  static async bundled(engine: TestEngine): Promise<Asker> {
    const store = await openEmpty(engine);
    await loadBundled(store, false);
    return new Asker(engine.name, store);
  }

  /** Through the gate, as a person's statement. Errors: those that are no answer to it, such as EngineUnavailable. */
  ask(statement: string, parameters: Record<string, unknown> = {}): Promise<Outcome> {
    const request = QueryRequest.parse({ statement, parameters });
    return outcomeOf(() =>
      this.#runner.run(request, 'typed', { client: 'test', signal: new AbortController().signal }),
    );
  }

  /** The engine alone, for a statement that has been through the gate. */
  askEngine(statement: string, parameters: Record<string, unknown> = {}): Promise<Outcome> {
    const { capabilities } = this.#store;
    const values = typedParameters(parameters as Parameters<typeof typedParameters>[0], capabilities.engine);
    const { timeoutMs } = settings;
    const options = { access: 'read', form: 'typed', explains: null, timeoutMs, rowLimit } as const;
    return outcomeOf(() => this.#store.query(statement, values, options));
  }

  async close(): Promise<void> {
    await this.#gate.close();
    await this.#store.close();
  }
}

type Running = Pick<QueryAnswer, 'columns'> & { batches: AsyncIterable<RowBatch> };

async function outcomeOf(run: () => Promise<Running>): Promise<Outcome> {
  try {
    const { columns, batches } = await run();
    const rows: TypedValue[][] = [];
    for await (const { lines } of batches) {
      for (const line of lines.split('\n')) if (line !== '') rows.push(JSON.parse(line) as TypedValue[]);
    }
    return { columns, rows };
  } catch (error) {
    if (error instanceof StatementRefused) return { refused: error.message };
    if (error instanceof AppError && error.code !== 'engine-unavailable') {
      return { failed: `${error.code}: ${error.message}` };
    }
    throw error;
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function properties(values: Record<string, TypedValue>): string {
  const entries = Object.entries(values).map(([key, value]) => `${key}: ${canonical(value)}`);
  return `{${entries.sort(byText).join(', ')}}`;
}
const node = ({ _labels, _properties }: TypedNode): string =>
  `(${[..._labels].sort(byText).join(':')} ${properties(_properties)})`;
const relation = ({ _type, _properties }: TypedRelationship): string => `[${_type} ${properties(_properties)}]`;

function path(items: readonly TypedValue[]): string {
  let text = '';
  let before = '';
  for (const { $type, _value } of items) {
    if ($type === 'Node') {
      text += node(_value as TypedNode);
      before = (_value as TypedNode)._element_id;
    } else {
      const { _start_node_element_id: start } = _value as TypedRelationship;
      text += `${start === before ? '>' : '<'}${relation(_value as TypedRelationship)}`;
    }
  }
  return text;
}

/** To 14 digits; -0 stays apart from 0. */
const decimal = (value: number): string => (Object.is(value, -0) ? '-0' : String(Number(value.toPrecision(14))));

/**
 * A value as text that is the same on both engines: without their ids, labels and properties by name, and decimals
 * without their last digits, which depend on the order in which an average was taken.
 */
export function canonical({ $type, _value }: TypedValue, isBag = false): string {
  switch ($type) {
    case 'Node':
      return node(_value as TypedNode);
    case 'Relationship':
      return relation(_value as TypedRelationship);
    case 'Path':
      return path(_value as TypedValue[]);
    case 'Map':
      return properties(_value as Record<string, TypedValue>);
    case 'List': {
      const items = (_value as TypedValue[]).map((item) => canonical(item));
      return `[${(isBag ? items.sort(byText) : items).join(', ')}]`;
    }
    case 'Float':
      return `Float ${decimal(Number(_value))}`;
    default:
      return `${$type} ${JSON.stringify(_value)}`;
  }
}

/** The rows as text, in order of text unless their own order counts; a column called bag… holds lists in no order. */
export function canonicalRows({ columns, rows }: Answer, isOrdered: boolean): string[] {
  const texts = rows.map((row) =>
    row.map((value, at) => canonical(value, columns[at]?.startsWith('bag') === true)).join(' | '),
  );
  return isOrdered ? texts : texts.sort(byText);
}
