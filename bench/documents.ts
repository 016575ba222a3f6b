// Generated claims documents of a given size, the same for the same number: the load of the benchmarks.
import { createHash } from 'node:crypto';
import type { ClaimsDocumentInput } from '../server/schema/article.ts';
import { Stance } from '../server/schema/stance.ts';

const claimsPerDocument = 100;
const holders = 200;
const outlets = 20;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** `claims` stance claims, a hundred a document; every third one relays an agency, which rests on an unnamed source. */
export function* generateDocuments(claims: number): Generator<{ file: string; json: ClaimsDocumentInput }> {
  for (let first = 0; first < claims; first += claimsPerDocument) {
    const size = Math.min(claimsPerDocument, claims - first);
    yield { file: `generated-${first}.json`, json: document(first / claimsPerDocument, first, size) };
  }
}

function document(number: number, first: number, size: number): ClaimsDocumentInput {
  const outlet = number % outlets;
  const stub = `article:agency-${number}`;
  const plan = Math.floor(first / holders);
  const day = new Date(Date.UTC(2024, 0, 1 + (number % 366))).toISOString().slice(0, 10);
  const actors = Array.from({ length: size }, (_, i) => (first + i) % holders);
  const entities: ClaimsDocumentInput['entities'] = [
    { type: 'Outlet', key: `outlet:paper-${outlet}`, name: `Paper ${outlet}` },
    { type: 'Outlet', key: 'outlet:agency', name: 'Agency' },
    { type: 'Plan', key: `plan:plan-${plan}`, name: `Plan ${plan}` },
    ...actors.map((n) => ({ type: 'Organization' as const, key: `organization:member-${n}`, name: `Member ${n}` })),
  ];
  const claims = actors.map((n, i) => ({
    kind: 'stance' as const,
    id: `c${i}`,
    holder: `organization:member-${n}`,
    target: `plan:plan-${plan}`,
    stance: pick(Stance.options, n + number),
    text: `Member ${n} on plan ${plan}.`,
  }));
  const assertions: ClaimsDocumentInput['assertions'] = actors.flatMap(
    (_, i): NonNullable<ClaimsDocumentInput['assertions']> => {
      const span = { start: i * 40, end: i * 40 + 12, quote: `claim ${String(i).padStart(6, '0')}` };
      if (i % 3 !== 0) return [{ id: `a${i}`, claim: `c${i}`, span, attributedTo: [{ source: 'spokesperson' }] }];
      return [
        { id: `a${i}`, claim: `c${i}`, span, relays: [{ article: stub, how: 'reported' }] },
        {
          id: `r${i}`,
          claim: `c${i}`,
          article: stub,
          reconstructed: true,
          knownFrom: [`a${i}`],
          attributedTo: [{ source: 'official' }],
        },
      ];
    },
  );
  return {
    format: 'hearsay-claims/1',
    article: {
      key: `article:paper-${outlet}-${number}`,
      title: `Report ${number}`,
      outlet: `outlet:paper-${outlet}`,
      publishedFrom: day,
      publishedTo: day,
      dateBasis: 'stated',
      textHash: `sha256:${createHash('sha256').update(String(number)).digest('hex')}`,
    },
    articles: [{ key: stub, outlet: 'outlet:agency', publishedFrom: day, publishedTo: day, dateBasis: 'stated' }],
    entities,
    sources: [
      { id: 'spokesperson', kind: 'anonymous', descriptor: 'a spokesperson' },
      { id: 'official', kind: 'anonymous', descriptor: 'an official', spokeTo: stub },
    ],
    claims,
    assertions,
  };
}
