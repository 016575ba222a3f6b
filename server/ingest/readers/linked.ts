// Documents out of files of other people's JSON: fact-checks as schema.org data, and FollowTheMoney.
import { basename } from 'node:path';
import type { NamedDocument } from '../many.ts';
import { isLinkedData, reviewsIn } from './claim-review/find.ts';
import { claimReviewDocuments } from './claim-review/reader.ts';
import type { Faults } from './faults.ts';
import { ftmDocuments } from './ftm/documents.ts';
import { FtmFile, isFtm } from './ftm/file.ts';
import { type JsonLine, jsonLines } from './json-lines.ts';
import type { Tally } from './tally.ts';

function* ftm(file: string, taken: FtmFile, faults: Faults, tally: Tally): Generator<NamedDocument> {
  for (const json of ftmDocuments(basename(file), taken, faults, tally)) yield { file, json };
}

/** The documents of one JSON value: schema.org's and FollowTheMoney's by their readers, any other as it is. */
export function* documentsOf(file: string, json: unknown, faults: Faults, tally: Tally): Generator<NamedDocument> {
  const [first] = [json].flat();
  if (isFtm(first)) {
    const taken = new FtmFile(file, faults, tally);
    for (const [at, one] of [json].flat().entries()) taken.take(one, at + 1);
    yield* ftm(file, taken, faults, tally);
  } else if (isLinkedData(json)) yield* claimReviewDocuments(file, [{ json }], faults, tally);
  else yield { file, json };
}

/** The documents of a file with a JSON value on each line; the first line tells what they are. */
export async function* documentsOfLines(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  faults: Faults,
  tally: Tally,
): AsyncGenerator<NamedDocument> {
  const lines = jsonLines(file, chunks, faults);
  const taken = new FtmFile(file, faults, tally);
  const linked: JsonLine[] = [];
  let kind: 'ftm' | 'linked' | 'own' | undefined;
  for await (const one of lines) {
    kind ??= isFtm(one.json) ? 'ftm' : isLinkedData(one.json) ? 'linked' : 'own';
    if (kind === 'ftm') taken.take(one.json, one.line);
    else if (kind === 'linked') linked.push(one);
    else yield { file: `${file}:${one.line}`, json: one.json };
  }
  if (kind === 'ftm') yield* ftm(file, taken, faults, tally);
  else if (kind === 'linked') yield* claimReviewDocuments(file, linked, faults, tally);
  else if (kind === undefined && !faults.any) faults.add({ file, reason: 'is empty' });
}

const script = /<script[^>]{0,300}?ld\+json[^>]{0,300}?>([\s\S]*?)<\/script>/gi;

/** The fact-checks that an HTML page embeds; none where it has none, and it is then an article like any other. */
export function* documentsOfPage(file: string, html: string, faults: Faults, tally: Tally): Generator<NamedDocument> {
  if (!html.includes('ClaimReview')) return;
  const values = [...html.matchAll(script)].flatMap(([, text = '']) => {
    try {
      return [{ json: JSON.parse(text) as unknown }];
    } catch {
      tally.note(file, 'a block of JSON-LD is left aside: it is not well-formed');
      return [];
    }
  });
  if (values.some(({ json }) => !reviewsIn(json).next().done)) yield* claimReviewDocuments(file, values, faults, tally);
}
