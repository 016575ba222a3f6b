// Views that people save by name: listed, opened, saved, replaced, taken away.
import type { ChangedView, ExportedView, NewView, OpenedView, SavedView, ViewHead } from '../schema/saved.ts';
import type { Transaction } from '../store/port.ts';
import {
  checkFree,
  checkName,
  checkUnchanged,
  found,
  type Head,
  keyFor,
  lockHeads,
  moment,
  notFound,
  type Readable,
  readHeads,
  requireOwn,
  requireWritable,
  signed,
  type Writable,
} from './keep.ts';
import { checkLength, missingOf, stateOf, storedState } from './state.ts';

const headOf = (head: Head): ViewHead => ({ ...signed(head), name: head.name });

/** All views by name, without what they hold. Throws NotFound where the database is not Hearsay's. */
export async function listViews(store: Readable): Promise<ViewHead[]> {
  requireOwn(store);
  return (await readHeads(store, 'view')).map(headOf);
}

/** A view whole. Throws NotFound with the nearest for a key that no view has. */
export async function readView(store: Readable, key: string): Promise<SavedView> {
  requireOwn(store);
  const [row] = await store.read('read/saved/view', { key });
  if (row === undefined) throw notFound('view', key, await readHeads(store, 'view'));
  return { ...headOf(row), view: stateOf(row) };
}

/** The same with the keys of it that are gone. */
export async function openView(store: Readable, key: string): Promise<OpenedView> {
  const view = await readView(store, key);
  return { ...view, missing: await missingOf(store, [view.view]) };
}

async function write(tx: Transaction, { key, name, by, on }: Head, view: SavedView['view']): Promise<ViewHead> {
  await tx.write('write/saved/view', { key, properties: { key, name, by, on, ...storedState(view) } });
  return headOf({ key, name, by, on });
}

/** Saves a view under a new name. Throws Conflict, naming the other, where a view has that name. */
export async function addView(store: Writable, body: NewView): Promise<ViewHead> {
  requireWritable(store);
  checkLength('The view', [body.view]);
  return store.transaction(async (tx) => {
    const all = await lockHeads(tx, 'view');
    checkName('view', body.name, all);
    const key = keyFor('view', body.name, new Set(all.map((one) => one.key)));
    return write(tx, { key, name: body.name, by: body.by, on: moment() }, body.view);
  });
}

/** Puts a view back as it was. Throws Conflict where a view has its key or its name. */
export async function restoreView(tx: Transaction, { key, name, by, savedOn, view }: ExportedView): Promise<void> {
  checkLength('The view', [view]);
  checkFree('view', { key, name }, await lockHeads(tx, 'view'));
  await write(tx, { key, name, by, on: savedOn }, view);
}

/** Replaces a view or gives it another name. Throws Conflict where it was saved anew, or the name is another's. */
export async function changeView(store: Writable, key: string, body: ChangedView): Promise<ViewHead> {
  requireWritable(store);
  if (body.view !== undefined) checkLength('The view', [body.view]);
  return store.transaction(async (tx) => {
    const all = await lockHeads(tx, 'view');
    const before = found('view', key, all);
    checkUnchanged('view', before, body.replaces);
    checkName('view', body.name, all, key);
    const [row] = body.view === undefined ? await tx.read('read/saved/view', { key }) : [];
    const view = row === undefined ? body.view : stateOf(row);
    if (view === undefined) throw new Error(`The view "${key}" is listed and cannot be read.`);
    return write(tx, { key, name: body.name, by: body.by, on: moment(before.on) }, view);
  });
}

/** Takes a view away; stories that show it keep their own. Throws NotFound with the nearest. */
export async function removeView(store: Writable, key: string): Promise<{ key: string }> {
  requireWritable(store);
  return store.transaction(async (tx) => {
    found('view', key, await lockHeads(tx, 'view'));
    await tx.write('write/delete-records', { keys: [key] });
    return { key };
  });
}
