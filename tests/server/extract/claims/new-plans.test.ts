import { describe, expect, it } from 'vitest';
import { draftOf, positions, proposals } from '../world.ts';

const empty = { known: { entities: [] } };

describe('an empty database', () => {
  it('is offered the plan that the words after the stance word name', () => {
    const text = 'France opposes the proposed fish quota for the North Sea. Germany supports the quota.';
    const draft = draftOf(text, empty);
    const plan = proposals(draft, 'entity').find(({ type }) => type === 'Plan');
    expect(plan).toMatchObject({
      name: 'fish quota for the North Sea',
      span: { quote: 'fish quota for the North Sea' },
    });
    expect(plan?.reason).toContain('new');
    expect(proposals(draft, 'claim').map(({ claim }) => [claim.holder, claim.stance, claim.target])).toEqual([
      ['country:fr', 'opposes', plan?.entity],
      ['country:de', 'supports', plan?.entity],
    ]);
  });

  it('is offered what is to be done', () => {
    expect(positions('Sweden opposes building a second bridge over the strait.', empty)).toEqual([
      'se opposes building-a-second-bridge-over-the-strait',
    ]);
  });

  it.each([
    'France supports Germany.',
    'France opposes it.',
    'The team supports its captain.',
    'France supports children and their parents.',
  ])('is offered no plan for what names none: %s', (text) => {
    expect(proposals(draftOf(text, empty), 'claim')).toEqual([]);
  });
});

it('is offered no plan that nobody has a position on', () => {
  const draft = draftOf('Many resisted the fish quota for the North Sea.', empty);
  expect(proposals(draft, 'entity').filter(({ type }) => type === 'Plan')).toEqual([]);
});

it('takes a known plan for a known plan', () => {
  expect(proposals(draftOf('Norland opposes the harbour tax.'), 'entity')).toEqual([]);
});
