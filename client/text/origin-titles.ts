// What a group of quotations is called: by the origin it hangs on, and on whose word that is.
import type { OriginGroup } from '../graph/origin-groups.ts';
import { listNames, sentenceCase } from './format.ts';

const most = 3;

/** The names of its origins as the server gives them; the note says on whose word they are. */
export function groupTitle({ origins }: Pick<OriginGroup, 'origins'>): { name: string; note: string } {
  if (origins.length === 0) return { name: 'No source named', note: '' };
  const name = sentenceCase(
    listNames(
      origins.map((origin) => origin.name),
      most,
    ),
  );
  const words = [...new Set(origins.flatMap(({ onWordOf }) => onWordOf))];
  if (words.length > 0) return { name, note: `on the word of ${listNames(words, most)}` };
  // A source, and a circle of articles, have nothing behind them to be named.
  const bare = origins.some((origin) => origin.title !== origin.name);
  return { name, note: bare ? 'no source named' : '' };
}
