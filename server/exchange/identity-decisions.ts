// Merges, splits and distinctions as an export holds them: in the order in which they were made.
import type { Operation } from '../evidence/operations.ts';
import { distinguishIn } from '../identity/distinctions.ts';
import { mergeInto } from '../identity/merge.ts';
import { splitIn } from '../identity/split.ts';
import { standingOf } from '../identity/standing.ts';
import type { Decision, Kind } from './decision-kind.ts';

type Identity = Decision<'identity'>;
const keyOf = (one: Identity): string => `${one.kind}:${one.kind === 'merge' ? one.from : one.into}`;

export const identity: Kind<'identity'> = {
  name: 'identity',
  inOrder: true,
  async read(reader) {
    const { rows } = await standingOf(reader);
    return rows.map(({ kind, from, into, intoName, articles, assertions, by, why, on }): Identity => {
      const said = { by, ...(why === null ? {} : { why }), on };
      if (kind === 'merge') return { kind, from, into, ...said };
      return {
        ...{ kind, entity: from, into, name: intoName },
        ...{ articles: articles ?? [], assertions: assertions ?? [] },
        ...said,
      };
    });
  },
  subject: keyOf,
  records: (one) => (one.kind === 'merge' ? [one.from, one.into] : [one.entity, ...one.articles]),
  decider: async (tx) => (one) => {
    const { kind: _, on, ...body } = one;
    return 'from' in body ? mergeInto(tx, body, { on }) : splitIn(tx, body, { on });
  },
};

export const distinctions: Kind<'distinctions'> = {
  name: 'distinctions',
  async read(reader) {
    const rows = await reader.read('read/identity/distinctions', {});
    return rows.map(({ one, other, by, why, on }) => ({ one, other, by, ...(why === null ? {} : { why }), on }));
  },
  subject: ({ one, other }) => `${one}~${other}`,
  records: ({ one, other }) => [one, other],
  outlives: true,
  decider:
    async (tx) =>
    ({ on, ...body }) =>
      distinguishIn(tx, body, { on }),
};

/** What they do to documents: by which names an entity is found does not matter there. */
export const operationsIn = (decisions: readonly Identity[]): Operation[] =>
  decisions.map((one, position) => ({
    key: keyOf(one),
    kind: one.kind,
    from: one.kind === 'merge' ? one.from : one.entity,
    into: one.into,
    names: [],
    articles: new Set(one.kind === 'merge' ? [] : one.articles),
    assertions: new Set(one.kind === 'merge' ? [] : one.assertions),
    position,
  }));
