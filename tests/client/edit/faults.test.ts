// A refusal of the server: each fault at the field that it is about, the rest above the form.
import { expect, test } from 'vitest';
import { memberOf } from '../../../client/state/edit/entity.ts';
import { fieldOf, sortFaults } from '../../../client/state/edit/faults.ts';

const failure = (errors: { pointer?: string; reason: string }[]) => ({
  ...{ title: 'The document is wrong', message: 'Mend it.', code: 'invalid-document', nearest: [], errors },
});

test('a pointer leads to the field that shows its member', () => {
  expect(fieldOf('/parts/0/value/from')).toBe('from');
  expect(fieldOf('/decisions/0/proposal/claim/holder')).toBe('holder');
  expect(fieldOf('/parts/1/value/attributedTo/0/source')).toBe('sources');
  expect(fieldOf('/parts/1/value/span/quote')).toBe('words');
  expect(fieldOf('/parts/0/value/publishedFrom')).toBe('publishedFrom');
  expect(fieldOf('/parts/0/id')).toBe(undefined);
  expect(memberOf('/entity/aliases/3')).toBe('aliases');
});

test('several faults of a field are told together; what has no field stands above', () => {
  const sorted = sortFaults(
    failure([
      { pointer: '/parts/0/value/from', reason: 'is no date' },
      { pointer: '/parts/0/value/from', reason: 'is after its end' },
      { pointer: '/parts/0/id', reason: 'is taken' },
    ]),
  );
  expect(sorted.at).toEqual({ from: 'is no date; is after its end' });
  expect(sorted.above).toBe('The document is wrong. /parts/0/id: is taken');
  expect(sortFaults(failure([])).above).toBe('The document is wrong. Mend it.');
});
