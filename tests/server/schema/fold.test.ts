// The names of an entity as they are stored, folded, in one text.
import { expect, it } from 'vitest';
import { fold, nameIndex, namesIn } from '../../../server/schema/fold.ts';

it.each([
  [[]],
  [['Hungary']],
  [['Volodymyr Zelensky', 'Зеленський', 'Zelenskyy']],
  [['a | b', '|', '—', 'Péter  Szijjártó']],
])('are read back as they were written: %j', (names) => {
  const folded = names.map(fold).filter((name) => name !== '');
  expect(namesIn(nameIndex(names))).toEqual([...new Set(folded)]);
});
