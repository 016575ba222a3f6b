// Merges an entity into another of its type: what is said of the one is said of the other, and the one is found there.
import { refused, subjectOf } from '../curation/subject.ts';
import { Conflict } from '../errors.ts';
import type { Operation } from '../evidence/operations.ts';
import { relationsOf } from '../ingest/owned.ts';
import { writeNodes } from '../ingest/write.ts';
import type { CurationReport } from '../schema/curation.ts';
import type { MergeBody } from '../schema/identity.ts';
import type { Rows } from '../schema/statements.ts';
import type { Store, Transaction } from '../store/port.ts';
import { carryOut } from './change.ts';
import { distinctionOf } from './distinctions.ts';
import { articlesNaming } from './naming.ts';
import {
  addNames,
  curatedRelations,
  entityNode,
  joined,
  moveRelations,
  namesOfItsOwn,
  standingNames,
  ungraded,
  valuesOf,
} from './one-entity.ts';
import { checkNotMerged, type Standing, standingOf } from './standing.ts';
import { difference } from './three-ways.ts';
import { type Touch, tiedTo, type Undoing } from './undoing.ts';

const entityKinds = ['Actor', 'Outlet', 'Plan', 'Event'] as const;
const typeOf = (key: string): string => key.slice(0, key.indexOf(':'));

/** Both nodes, as they are. Throws what is wrong with the two. */
async function bothOf(tx: Transaction, { from, into }: Pick<MergeBody, 'from' | 'into'>, standing: Standing) {
  checkNotMerged(from, standing);
  checkNotMerged(into, standing);
  if (from === into) throw refused('/into', 'is the entity itself');
  await subjectOf(tx, from, entityKinds, '/from');
  await subjectOf(tx, into, entityKinds, '/into');
  const [one, other] = [await entityNode(tx, from), await entityNode(tx, into)];
  if (one === null || other === null) throw new Error('An entity was there, and is not.');
  if (one.label !== other.label || typeOf(from) !== typeOf(into)) {
    throw refused('/into', `"${into}" is of another type: ${other.label}, and "${from}" is ${one.label}`);
  }
  const apart = distinctionOf(from, into, await tx.read('read/identity/distinctions', {}), standing.operations);
  if (apart !== undefined) {
    throw new Conflict(`${apart.by} said that "${apart.oneName}" and "${apart.otherName}" are two.`, {
      detail: `${apart.why === null ? '' : `Why: ${apart.why} `}Take "${apart.key}" back first, if that is wrong.`,
    });
  }
  return { one, other };
}

/** Outlets that are of the country are of the other. */
async function moveCountry(
  tx: Transaction,
  from: string,
  into: string,
): Promise<{ touches: Touch[]; outlets: string[] }> {
  const outlets = (await tx.read('read/identity/outlets-in', { key: from })).map(({ key }) => key);
  const touches: Touch[] = [];
  for (const key of outlets) {
    const node = await entityNode(tx, key);
    if (node === null) continue;
    await writeNodes(tx, [{ ...node, properties: { ...node.properties, country: into } }]);
    touches.push({ what: 'node', key, label: node.label, before: { country: from }, after: { country: into } });
  }
  return { touches, outlets };
}

type Supposed = Rows<'read/curation/supposed-of'>[number];

export interface MergeOptions {
  /** When it was decided, where that is not now. */
  on?: string | undefined;
}

/** In a transaction under the write lock. */
export async function mergeInto(tx: Transaction, body: MergeBody, { on }: MergeOptions = {}): Promise<CurationReport> {
  const { from, into, by, why } = body;
  const standing = await standingOf(tx);
  const { one, other } = await bothOf(tx, body, standing);
  const key = `merge:${from}`;
  const names = namesOfItsOwn(one, other);
  const position = (standing.rows.at(-1)?.position ?? 0) + 1;
  const none = new Set<string>();
  const operation: Operation = { key, kind: 'merge', from, into, names, articles: none, assertions: none, position };
  const grades = await tx.read('read/curation/grades-of', { keys: [from] });
  const hypotheses = (await relationsOf(tx, 'incoming', [from], ['IDENTIFIED_AS'])).flatMap(
    ({ source, target, properties }) =>
      properties.hypothesis === true
        ? [{ type: 'IDENTIFIED_AS' as const, source, target, properties: properties as Supposed['properties'] }]
        : [],
  );
  const undoing: Undoing = {
    node: ungraded(one),
    standing: await standingNames(tx, one),
    relations: [],
    values: null,
    touches: [],
    moves: [],
  };
  const kept = await standingNames(tx, other);
  const outlets =
    one.label === 'Country' ? (await tx.read('read/identity/outlets-in', { key: from })).map((row) => row.key) : [];
  const rename = (end: string): string => (end === from ? into : end);
  const changed = await carryOut(tx, {
    articles: await articlesNaming(tx, from),
    before: standing.operations,
    after: [...standing.operations, operation],
    renamed: new Map([[from, into]]),
    entities: [into, ...outlets],
    outlets: [from, into].filter((end) => end.startsWith('outlet:')),
    decisions: { grades, hypotheses },
    async prepare() {
      undoing.relations = await curatedRelations(tx, from);
      await tx.write('write/delete-records', { keys: [from] });
      await writeNodes(tx, [{ ...other, properties: joined(other, one) }]);
      undoing.touches.push(...(await moveRelations(tx, undoing.relations, rename)));
      if (one.label === 'Country') undoing.touches.push(...(await moveCountry(tx, from, into)).touches);
    },
    async finish() {
      await addNames(tx, into, kept);
      const after = await entityNode(tx, into);
      undoing.values = difference(valuesOf(other), after === null ? {} : valuesOf(after));
    },
  });
  undoing.touches = [...changed.touches, ...undoing.touches];
  undoing.moves = changed.moves;
  const [fromName, intoName] = [String(one.properties.name), String(other.properties.name)];
  const said = { by, ...(why === undefined ? {} : { why }), on: on ?? new Date().toISOString() };
  await tx.write('write/identity/merge', {
    key,
    properties: {
      key,
      kind: 'merge',
      from,
      into,
      fromName,
      intoName,
      names,
      position,
      ...said,
      tied: tiedTo(undoing),
      undoing: JSON.stringify(undoing),
    },
  });
  return { key, outcome: 'created', edges: changed.edges };
}

/**
 * Merges `from` into `into`. Throws NotFound with the nearest names, InvalidRequest where they are of two types or one,
 * Conflict where one was merged meanwhile or somebody said that they are two.
 */
export function mergeEntities(store: Pick<Store, 'transaction'>, body: MergeBody): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return mergeInto(tx, body);
  });
}
