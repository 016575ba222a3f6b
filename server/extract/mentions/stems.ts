// Stems of English words, so that "invite", "inviting" and "invitation" are one part of a plan's name.
import { foldWords } from '../../schema/fold.ts';
import type { KnownEntity } from './known.ts';
import type { Mention } from './mention.ts';

const endings =
  /(?:ational|ations?|ators?|ating|ated|ates?|itions?|ions?|ments?|ships?|ings?|ives?|ances?|ences?|ities|ity|ness|ers?|ors?|als?|ies|ied|ed|es|ly|[esy])$/;

/** A folded word without its ending; words of four letters or fewer only lose a plural s. */
export function stemOf(word: string): string {
  if (word.length <= 4)
    return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const stem = word.replace(endings, '');
  const kept = stem.length >= 3 ? stem : word.replace(/s$/, '');
  return (
    kept
      .replace(/(.)\1$/, '$1')
      .replace(/i$/, 'y')
      .replace(/it$/, '')
      .slice(0, 8) || word
  );
}

/** Plans by the stem of the noun that their name is about, each as a mention of nothing yet: for "the invitation". */
export function stemsOfPlans(known: readonly KnownEntity[], targets: readonly Mention[]): Map<string, Mention[]> {
  const named = new Set(targets.map(({ key }) => key));
  const proposed = new Set(targets.filter((target) => !target.known).map(({ key }) => key));
  const map = new Map<string, Mention[]>();
  for (const { key, type, name } of known) {
    if (type !== 'Plan' || !named.has(key)) continue;
    const one = { key, type, name, score: 0.6, reason: 'named in the text' };
    const plan: Mention = { ...one, known: !proposed.has(key), from: 0, to: 0, candidates: [one], adjective: false };
    const [phrase = name] = name.split(/ (?:of|for|to|in|on|with|after|before|over|from|at|if) /u);
    const head = phrase.split(/\s+/u).at(-1) ?? '';
    if (head.length < 4 || head !== head.toLowerCase() || /^(?:support|backing|opposition)$/.test(head)) continue;
    const stem = stemOf(foldWords(head).join(''));
    map.set(stem, [...(map.get(stem) ?? []), plan]);
  }
  return map;
}
