// Grades on the scales of STANAG 2511, given by people alone: how far a source is trusted, how far a piece is confirmed.
import { evidenceOf } from '../evidence/load.ts';
import { eligibleCredibility } from '../provenance/eligible.ts';
import { indexEvidence, originsOf } from '../provenance/origins.ts';
import { type CurationReport, type GradeBody, GradeStanding, type GradeView } from '../schema/curation.ts';
import { compare } from '../schema/lists.ts';
import type { Reader, Store } from '../store/port.ts';
import { earlierTexts, withEarlier } from './earlier-texts.ts';
import { sameStored, stored } from './properties.ts';
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

/**
 * Sets a grade or, with null, takes it away; no derived edge follows from one. Throws NotFound for an unknown subject,
 * InvalidRequest where its kind bears no such grade.
 */
export async function setGrade(store: Pick<Store, 'transaction'>, body: GradeBody): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const key = body.subject;
    const isReliability = 'reliability' in body;
    const subject = await subjectOf(tx, key, isReliability ? ['Source', 'Outlet'] : ['Assertion'], '/subject');
    const before = gradeOf(subject);
    const value = isReliability ? { reliability: body.reliability } : { credibility: body.credibility };
    const taken = Object.values(value)[0] === null;
    const wanted = taken ? {} : stored({ ...value, gradedBy: body.by, gradedWhy: body.why });
    if (sameStored(before, wanted)) return { key, outcome: 'unchanged', edges: [] };
    await tx.write('write/curation/ungrade', { key });
    if (taken) return { key, outcome: 'removed', edges: [] };
    await tx.write('write/curation/grade', { key, properties: wanted });
    return { key, outcome: Object.keys(before).length === 0 ? 'created' : 'changed', edges: [] };
  });
}
