// Old keys in a view: whatever it names of an entity that was merged is named as that is now.
import { expect, it } from 'vitest';
import { namedIn, renamed } from '../../client/state/merged.ts';
import { defaultView, type View } from '../../client/state/view-url.ts';

const view: View = {
  ...defaultView,
  hand: { added: new Set(['person:a']), hidden: new Set(['person:b']) },
  picked: new Set(['person:a', 'plan:x']),
  selection: { kind: 'edge', key: 'OPPOSES~person:a~plan:x' },
  canvas: { ...defaultView.canvas, pins: new Map([['person:a', { x: 1, y: 2 }]]) },
  evidence: { ...defaultView.evidence, without: new Set(['outlet:o']) },
  path: { from: 'person:a', to: 'outlet:o', maxHops: 3 },
};

it('names every node of a view once', () => {
  expect([...namedIn(view)].sort()).toEqual(['outlet:o', 'person:a', 'person:b', 'plan:x']);
  expect([...namedIn(defaultView)]).toEqual([]);
});

it('renames them wherever they stand, and nothing else', () => {
  const next = renamed(view, (key) => (key === 'person:a' ? 'person:c' : key));
  expect([...namedIn(next)].sort()).toEqual(['outlet:o', 'person:b', 'person:c', 'plan:x']);
  expect(next.selection).toEqual({ kind: 'edge', key: 'OPPOSES~person:c~plan:x' });
  expect(next.canvas.pins.get('person:c')).toEqual({ x: 1, y: 2 });
  expect(renamed(defaultView, (key) => key)).toEqual(defaultView);
});
