// Changes by hand in words: what was added, taken out or changed, member by member.
import { expect, test } from 'vitest';
import { articles } from '../../client/state/data.ts';
import { edgeName } from '../../client/state/decide.ts';
import { memberRows, namesOfParts, partName, partOutcome } from '../../client/text/changes.ts';

const nameOf = (key: string) => ({ 'country:norland': 'Norland' })[key] ?? key;
const claim = (stance: string) => ({
  id: 'c',
  kind: 'stance',
  holder: 'country:norland',
  stance,
  text: 'Norland on the bridge',
});

test('of a change the members are told that differ, with names in the place of keys', () => {
  const part = {
    part: 'claims',
    id: 'c',
    before: claim('opposes'),
    after: { ...claim('supports'), includes: ['d', 'e'] },
  };
  expect(memberRows(part, nameOf)).toEqual([
    { name: 'Stance', before: 'opposes', after: 'supports' },
    { name: 'Includes', before: '', after: 'd, e' },
  ]);
  expect(partOutcome(part)).toBe('changed');
  expect(partName(part, nameOf)).toBe('Norland on the bridge');
});

test('of what was added or taken out all is told, a place by its words', () => {
  const span = { start: 3, end: 10, quote: 'Norland' };
  const added = { part: 'assertions', id: 'a', before: null, after: { id: 'a', mode: 'asserts', span } };
  expect(memberRows(added, nameOf)).toEqual([
    { name: 'Mode', before: '', after: 'asserts' },
    { name: 'Span', before: '', after: '“Norland” (3–10)' },
  ]);
  expect(partName(added, nameOf)).toBe('“Norland”');
  const gone = { part: 'entities', id: 'country:norland', before: { key: 'country:norland' }, after: null };
  expect([partOutcome(gone), partName(gone, nameOf)]).toEqual(['taken out', 'Norland']);
});

test('what a change names is called as in it, else as the page knows it, and no name turns what stands behind it', () => {
  const parts = [
    { part: 'claims', id: 'c', before: null, after: claim('opposes') },
    { part: 'articles', id: 'article:wave', before: null, after: { key: 'article:wave', title: 'The \u202ewave' } },
    {
      part: 'assertions',
      id: 'a',
      before: null,
      after: { id: 'a', claim: 'c', relays: [{ article: 'article:wave', how: 'said' }] },
    },
  ];
  const names = namesOfParts(parts, nameOf);
  expect(parts[2] && memberRows(parts[2], names).map(({ name, after }) => [name, after])).toEqual([
    ['Claim', 'Norland on the bridge'],
    ['Relays', 'article The wave, how said'],
  ]);
  expect(names('country:norland')).toBe('Norland');
});

test('a relation of the report is told without a key that says nothing', () => {
  articles.value = [{ key: 'article:wave', title: 'A \u2067wave\u2069', outlet: null } as never];
  const words = () => 'reports';
  expect(edgeName('REPORTS~article:wave~claim:0123', words)).toBe('A wave reports a claim');
  expect(edgeName('REPORTS~article:other~claim:0123', words)).toBe('article:other reports a claim');
});
