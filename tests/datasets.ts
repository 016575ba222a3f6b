// The mappings by which the tests and the benchmark read the real CSV files beside the repository.
import type { CsvMappingInput } from '../server/schema/csv-mapping.ts';

export const votesMapping = {
  format: 'hearsay-csv/1',
  kind: 'stances',
  holder: { column: 'bioguideID', type: 'person' },
  plan: { column: 'billID' },
  stance: {
    column: 'vote',
    values: {
      Yea: 'supports',
      Aye: 'supports',
      No: 'opposes',
      Nay: 'opposes',
      Present: 'noncommittal',
      'Not Voting': null,
    },
  },
  source: { kind: 'document', descriptor: 'Roll call on {billID}' },
  article: { key: 'roll-call-{billID}', title: 'Roll call on {billID}' },
} as const satisfies CsvMappingInput;

const offices = ['Director', 'President', 'Chairman', 'CEO', 'Trustee', 'Board member', 'Secretary'];
export const tiesMapping: CsvMappingInput = {
  format: 'hearsay-csv/1',
  kind: 'relations',
  names: 'folded',
  start: {
    column: 'Entity A',
    type: { column: 'Entity A Type', values: { Person: 'person', Organization: 'organization' } },
  },
  relation: {
    column: 'Connection',
    values: {
      ...Object.fromEntries(offices.map((office) => [office, 'HOLDS_OFFICE' as const])),
      Member: 'MEMBER_OF',
      'Reported member': 'MEMBER_OF',
    },
  },
  end: {
    column: 'Entity B',
    type: {
      column: 'Entity B Type',
      values: { Person: 'person', Organization: 'organization', 'Federal Agency': 'organization' },
    },
  },
  article: { url: { column: 'Source(s)', separator: '|', other: 'title' }, outlet: 'host' },
};
