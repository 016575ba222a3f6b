// The two CSV files of real data that lie beside the repository on the project's machines; nothing where they are not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../../server/root.ts';
import type { CsvMappingInput } from '../../../../../server/schema/csv-mapping.ts';
import { tiesMapping, votesMapping } from '../../../../datasets.ts';
import { faults, prepared } from './prepared.ts';

const at = (name: string): string => join(projectRoot, '..', 'shared', 'datasets', name);

describe.skipIf(!existsSync(at('legis-votes.csv')))('143,376 roll-call votes', () => {
  it('are 134,469 stances of 326 roll calls, with 1,015 pairs of both sides', async () => {
    const { documents, counts } = await prepared(readFileSync(at('legis-votes.csv')), votesMapping, {
      size: 3_452_613,
    });
    // Counted in the file by other means: 4,373 "Not Voting"; 4,534 votes that repeat one on the same bill.
    expect(counts).toMatchObject({ rows: 143_376, skipped: 4373, merged: 4534, assertions: 134_469, total: 326 });
    const sides = new Map<string, Set<string>>();
    for (const { claims } of documents) {
      for (const claim of claims) {
        if (claim.kind !== 'stance') continue;
        const pair = `${claim.holder} ${claim.target}`;
        sides.set(pair, (sides.get(pair) ?? new Set()).add(claim.stance));
      }
    }
    const both = [...sides.values()].filter((stances) => stances.has('supports') && stances.has('opposes'));
    expect(both).toHaveLength(1015);
  }, 120_000);
});

describe.skipIf(!existsSync(at('trumpworld.csv')))('3,380 relations', () => {
  it('name three organizations in two spellings each, which is told unless they are to be folded', async () => {
    const exact: CsvMappingInput = { ...tiesMapping, names: 'exact' };
    const told = await faults(readFileSync(at('trumpworld.csv')), exact);
    expect(told[0]).toMatch(/ has 3 faults; /);
    expect(told.slice(1).map((line) => line.split(':')[0])).toEqual(['329', '681', '3275']);
  });

  it('are relations and statements of the articles they cite', async () => {
    const { documents, counts } = await prepared(readFileSync(at('trumpworld.csv')), tiesMapping);
    expect(counts).toMatchObject({
      rows: 3380,
      skipped: 0,
      spellings: 3,
      asStatements: 7,
      relations: 442,
      assertions: 2999,
    });
    const names = new Set(documents.flatMap(({ entities }) => entities.map(({ key }) => key)));
    const actors = [...names].filter((key) => !key.startsWith('outlet:'));
    // The file has 2,669 names; three are spellings of others.
    expect(actors).toHaveLength(2666);
    // 3,323 rows cite one address or title, 53 two and 4 three; what each states is stated by every article it cites.
    const spans = documents.flatMap(({ relations, assertions }) => [...relations, ...assertions]);
    expect(spans).toHaveLength(3323 + 53 * 2 + 4 * 3);
  });
});
