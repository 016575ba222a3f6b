// Proposals for mentions and for entities that the database does not know.
import { shortHash } from '../ingest/canonical.ts';
import type { Proposal } from '../schema/draft.ts';
import type { EntityType } from '../schema/key.ts';
import type { Mention } from './mentions/mention.ts';
import type { Reading, Words } from './reading/reading.ts';
import { lineOf, spanOfWords, wordsText } from './spans.ts';

export const idOf = (...content: unknown[]): string => `p${shortHash(content)}`;
export const reasonOf = (...reasons: string[]): string => lineOf([...new Set(reasons)].join('; '), 1000) ?? 'a rule';

export function mentionProposals(reading: Reading, mentions: readonly Mention[]): Proposal[] {
  return mentions.flatMap((mention) => {
    const span = spanOfWords(reading, mention);
    if (span === undefined) return [];
    const { key, score, reason } = mention;
    const candidates = mention.candidates
      .slice(0, 20)
      .map((one) => ({ ...one, reason: lineOf(one.reason) ?? 'a rule' }));
    const plain = candidates.map(({ key: candidate, type, name, score: sure, reason: why }) => ({
      key: candidate,
      type,
      name,
      score: sure,
      reason: why,
    }));
    const id = idOf('mention', span.start, span.end, key);
    return [{ kind: 'mention' as const, id, span, score, reason: reasonOf(reason), entity: key, candidates: plain }];
  });
}

/** Somebody or something new, with the place that introduces it. */
export interface NewEntity {
  key: string;
  type: EntityType;
  name: string;
  aliases: readonly string[];
  at: Words;
  score: number;
  reason: string;
}

/** New entities of the mentions, each once, at its fullest name; a person also goes by the surname. */
export function newEntitiesOf(reading: Reading, mentions: readonly Mention[]): NewEntity[] {
  const found = new Map<string, NewEntity>();
  for (const mention of mentions) {
    if (mention.known) continue;
    const { key, type, name, score, reason } = mention;
    const before = found.get(key);
    const written = wordsText(reading, mention);
    const also = type === 'Person' || type === 'Organization' || type === 'Outlet' ? [written] : [];
    const aliases = [...new Set([...(before?.aliases ?? []), ...also])].filter(
      (one) => one !== name && one.length <= 100,
    );
    if (before === undefined || score > before.score)
      found.set(key, { key, type, name, aliases, at: mention, score, reason });
    else found.set(key, { ...before, aliases });
  }
  return [...found.values()];
}

export function entityProposals(reading: Reading, entities: readonly NewEntity[]): Proposal[] {
  return entities.flatMap(({ key, type, name, aliases, at, score, reason }) => {
    const span = spanOfWords(reading, at);
    const called = lineOf(name, 200);
    if (span === undefined || called === undefined) return [];
    const others = aliases.flatMap((alias) => lineOf(alias, 200) ?? []).slice(0, 20);
    const id = idOf('entity', key);
    return [
      {
        kind: 'entity' as const,
        id,
        span,
        score,
        reason: reasonOf(`new: ${reason}`),
        entity: key,
        type,
        name: called,
        aliases: others,
      },
    ];
  });
}
