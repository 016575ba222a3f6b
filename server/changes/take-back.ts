// Takes a change by hand back: what it changed is as it was before, unless something changed it again since.

import { gradeInHistory, setGradeIn } from '../curation/grades.ts';
import { requireHearsay } from '../curation/subject.ts';
import { decisionPart, decisionsOf, putDecisions } from '../drafts/keep.ts';
import { Conflict } from '../errors.ts';
import { changeOf, latestChangeOf, markTakenBack } from '../history/keep.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import {
  type ChangedPart,
  type ChangeReport,
  type ChangeView,
  DocumentPart,
  type PartChange,
  type TakeBackBody,
} from '../schema/changes.ts';
import type { Store, Transaction } from '../store/port.ts';
import { changeDocumentIn } from './change-document.ts';
import { changeEntityIn, itemBefore, saysSame } from './entity.ts';
import { itemAt, withItems } from './items.ts';

/** Throws Conflict, naming the later change where there is one, since what the change left is not there any more. */
async function refuseChanged(tx: Transaction, change: ChangeView, part: ChangedPart): Promise<never> {
  const since = await latestChangeOf(tx, change.subject.key, part, change.key);
  const why =
    since === undefined ? 'an import or another decision changed it' : `${since.by} changed it: ${since.what}`;
  throw new Conflict(`What "${change.what}" left is not as it was: ${why}.`, {
    detail:
      since === undefined ? 'Change it by hand instead.' : `Take "${since.key}" back first, or change it by hand.`,
    ...(since === undefined ? {} : { nearest: [{ key: since.key, name: since.what }] }),
  });
}

type Back = TakeBackBody & { takesBack: string };

/** Of what was decided on proposals: the decisions as they were before. */
async function decisionsBack(tx: Transaction, change: ChangeView): Promise<ChangedPart[]> {
  const decided = change.parts.filter(({ part }) => part === decisionPart);
  if (decided.length === 0) return [];
  const now = await decisionsOf(tx, change.subject.key);
  for (const one of decided)
    if (canonicalJson(now[one.id] ?? null) !== canonicalJson(one.after)) await refuseChanged(tx, change, one);
  const back = decided.map(({ part, id, before, after }) => ({ part, id, before: after, after: before }));
  await putDecisions(tx, change.subject.key, back);
  return back;
}

async function backInDocument(tx: Transaction, change: ChangeView, said: Back): Promise<ChangeReport> {
  const items = change.parts.flatMap((changed) => {
    const part = DocumentPart.safeParse(changed.part);
    return part.success ? [{ ...changed, part: part.data }] : [];
  });
  const back = async (document: ClaimsDocument): Promise<unknown> => {
    for (const changed of items) {
      const now = itemAt(document, changed.part, changed.id);
      if (canonicalJson(now) !== canonicalJson(changed.after)) await refuseChanged(tx, change, changed);
    }
    return withItems(
      document,
      items.map(({ part, id, before: value }): PartChange => ({ part, id, value })),
    );
  };
  return changeDocumentIn(tx, change.subject.key, {
    ...said,
    kind: change.kind,
    what: () => `Took back: ${change.what}`,
    change: back,
    beside: (tx) => decisionsBack(tx, change),
    rekeyed: new Map(change.parts.flatMap(({ part, id, after }) => (part === 'key' ? [[String(after?.key), id]] : []))),
  });
}

function backOnEntity(tx: Transaction, change: ChangeView, said: Back): Promise<ChangeReport> {
  const [part] = change.parts;
  if (part === undefined) throw new Error(`The change ${change.key} of an entity has no part.`);
  return checkedEntity(tx, change, part, said);
}

async function checkedEntity(
  tx: Transaction,
  change: ChangeView,
  part: ChangedPart,
  said: Back,
): Promise<ChangeReport> {
  let isOther = false;
  const report = await changeEntityIn(tx, part.id, { ...said, what: () => `Took back: ${change.what}` }, (now) => {
    isOther = !saysSame(now, part.after);
    return isOther ? now : itemBefore(now, part);
  });
  return isOther ? refuseChanged(tx, change, part) : report;
}

async function backOnGrade(tx: Transaction, change: ChangeView, said: Back): Promise<ChangeReport> {
  const [part] = change.parts;
  if (part === undefined) throw new Error(`The change ${change.key} of a grade has no part.`);
  const now = await gradeInHistory(tx, part.id);
  if (canonicalJson(now) !== canonicalJson(part.after)) return refuseChanged(tx, change, part);
  return setGradeIn(tx, part.id, part.before, { ...said, what: `Took back: ${change.what}` });
}

/** What a change took back stands again when that is taken back; what that had taken back is so once more; and so on. */
async function markEarlier(tx: Transaction, change: ChangeView): Promise<void> {
  let by = change;
  for (let stands = true; by.takesBack !== null; stands = !stands) {
    const earlier: ChangeView = await changeOf(tx, by.takesBack);
    await markTakenBack(tx, earlier, stands ? null : by.key);
    by = earlier;
  }
}

/**
 * Takes a change back, as a change of its own, which can be taken back in turn. Throws NotFound for a key that no change
 * has, and Conflict where it is taken back already or what it left was changed since, naming the later change.
 */
export async function takeBack(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  key: string,
  body: TakeBackBody,
): Promise<ChangeReport> {
  requireHearsay(store);
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const change = await changeOf(tx, key);
    if (change.takenBackBy !== null) {
      throw new Conflict(`"${change.what}" is taken back already, by "${change.takenBackBy}".`, {
        detail: 'Take that back to have it stand again.',
        nearest: [{ key: change.takenBackBy, name: `Took back: ${change.what}` }],
      });
    }
    const said = { ...body, takesBack: key };
    const report =
      change.kind === 'entity'
        ? await backOnEntity(tx, change, said)
        : change.kind === 'grade'
          ? await backOnGrade(tx, change, said)
          : await backInDocument(tx, change, said);
    await markTakenBack(tx, change, report.change);
    await markEarlier(tx, change);
    return report;
  });
}
