// Grades on the scales of STANAG 2511, given by people alone: how far a source is trusted, how far a piece is confirmed.

import { evidenceOf } from '../evidence/load.ts';
import { type NewChange, recordChange } from '../history/keep.ts';
import { eligibleCredibility } from '../provenance/eligible.ts';
import { indexEvidence, originsOf } from '../provenance/origins.ts';
import type { ChangedPart, ChangeReport } from '../schema/changes.ts';
import { type GradeBody, GradeStanding, type GradeView } from '../schema/curation.ts';
import { compare } from '../schema/lists.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { earlierTexts, withEarlier } from './earlier-texts.ts';
import { type Stored, sameStored, stored } from './properties.ts';
import { labelOf, requireHearsay, type Subject, subjectOf } from './subject.ts';

const gradeOf = ({ reliability, credibility, gradedBy, gradedWhy }: Subject) =>
  stored({ reliability, credibility, gradedBy, gradedWhy });

/** Every grade there is, by key. Throws NotFound where the database is not Hearsay's. */
export async function listGrades(store: Pick<Store, 'read' | 'capabilities'>): Promise<GradeView[]> {
  requireHearsay(store);
  const rows = await store.read('read/curation/grades', {});
  const earlier = await earlierTexts(
    store,
    rows.map(({ key }) => key),
  );
  return rows
    .map(({ key, name, label, reliability, credibility, gradedBy, gradedWhy }) => ({
      subject: { key, name },
      label,
      reliability,
      credibility,
      by: gradedBy ?? '',
      why: gradedWhy,
      ...withEarlier([key], earlier),
    }))
    .sort((a, b) => compare(a.subject.key, b.subject.key));
}

/** On how many origins rests what an assertion says, in its mode, by everybody's word. */
async function originsOfAssertion(store: Reader, key: string): Promise<{ min: number; max: number } | null> {
  const claims = await store.read('evidence/claims-at', { keys: [key] });
  const evidence = await evidenceOf(
    store,
    claims.map(({ claim }) => claim),
  );
  const assertion = evidence.assertions.find((one) => one.assertion === key);
  if (assertion === undefined) return null;
  const { claim, mode, modality } = assertion;
  const support = { claim, mode, modality: modality === 'now' ? ('now' as const) : null };
  const { min, max } = originsOf(indexEvidence(evidence), [support]);
  return { min, max };
}

/** What somebody who grades it should know. Throws NotFound for what is unknown, InvalidRequest for what bears none. */
export async function gradeStanding(store: Pick<Store, 'read' | 'capabilities'>, key: string): Promise<GradeStanding> {
  requireHearsay(store);
  const subject = await subjectOf(store, key, ['Source', 'Outlet', 'Assertion'], 'key');
  const label = GradeStanding.shape.label.parse(labelOf(subject));
  const origins = label === 'Assertion' ? await originsOfAssertion(store, key) : null;
  const { name, reliability, credibility, gradedBy: by, gradedWhy: why } = subject;
  const eligible = origins === null ? null : eligibleCredibility(origins);
  return { subject: { key, name }, label, reliability, credibility, by, why, origins, eligible };
}

/** A grade as the history of changes has it; null where there is none. */
type Grade = ChangedPart['before'];

const gradeNow = (subject: Subject): Grade => {
  const grade = gradeOf(subject);
  return Object.keys(grade).length === 0 ? null : grade;
};

/** The grade of something that can bear one, if it is still there. */
export async function gradeInHistory(tx: Reader, key: string): Promise<Grade> {
  return gradeNow(await subjectOf(tx, key, ['Source', 'Outlet', 'Assertion'], 'key'));
}

/** Puts a grade in the place of the one that is there, or takes it away, and records the change. */
export async function setGradeIn(
  tx: Transaction,
  key: string,
  after: Grade,
  { record = true, ...said }: Pick<NewChange, 'by' | 'why' | 'what' | 'takesBack'> & { record?: boolean },
): Promise<ChangeReport> {
  const subject = await subjectOf(tx, key, ['Source', 'Outlet', 'Assertion'], 'key');
  const before = gradeNow(subject);
  await tx.write('write/curation/ungrade', { key });
  // A grade is made of texts and numbers.
  if (after !== null) await tx.write('write/curation/grade', { key, properties: after as Stored });
  const parts = [{ part: 'grade', id: key, before, after }];
  const change = !record
    ? null
    : await recordChange(tx, { ...said, kind: 'grade', subject: { key, name: subject.name }, parts });
  const outcome = after === null ? 'removed' : before === null ? 'created' : 'changed';
  return { key, outcome, edges: [], change };
}

/**
 * Sets a grade or, with null, takes it away; no derived edge follows from one. Throws NotFound for an unknown subject,
 * InvalidRequest where its kind bears no such grade.
 */
export async function setGrade(
  store: Pick<Store, 'transaction'>,
  body: GradeBody,
  {
    record = true,
  }: { /** Whether it goes into the history; what an export brings has its own. */ record?: boolean } = {},
): Promise<ChangeReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const { subject: key, by, why } = body;
    const isReliability = 'reliability' in body;
    const subject = await subjectOf(tx, key, isReliability ? ['Source', 'Outlet'] : ['Assertion'], '/subject');
    const before = gradeOf(subject);
    const [name, value] = isReliability
      ? (['reliability', body.reliability] as const)
      : (['credibility', body.credibility] as const);
    const wanted = value === null ? {} : stored({ [name]: value, gradedBy: by, gradedWhy: why });
    if (sameStored(before, wanted)) return { key, outcome: 'unchanged', edges: [], change: null };
    const of = subject.name.length > 100 ? `${subject.name.slice(0, 100)}…` : subject.name;
    const what = value === null ? `Took the grade of “${of}” away` : `Graded “${of}” ${name} ${value}`;
    return setGradeIn(tx, key, value === null ? null : wanted, { by, why, what, record });
  });
}
