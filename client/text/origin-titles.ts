// What an origin is called: what it hangs on, and where its trails end.
import type { OriginGroup } from '../graph/origin-groups.ts';
import { listNames } from './format.ts';

const most = 3;

/** The name of what it hangs on, or of its ends; the note says whether these are known by name. */
export function groupTitle({ cut, ends }: Pick<OriginGroup, 'cut' | 'ends'>): { name: string; note: string } {
  const known = ends.filter((end) => end.label === 'Source');
  const identified = known.some((end) => !end.vague);
  const on = cut.length > 0 ? cut : known;
  const name =
    on.length === 0
      ? 'No source named'
      : listNames(
          on.map((node) => node.name),
          most,
        );
  const others = known.filter((end) => !cut.some((node) => node.key === end.key));
  const words = [
    cut.length > 0 && others.length > 0
      ? `on the word of ${listNames(
          others.map((end) => end.name),
          most,
        )}`
      : '',
    ends.length === 0 || identified ? '' : known.length > 0 ? 'not identified' : 'no source named',
  ];
  return { name, note: words.filter(Boolean).join(', ') };
}

/** The same on one line, for the badge's tooltip: "Politico (four officials)". */
export function groupLine(group: Pick<OriginGroup, 'cut' | 'ends'>): string {
  const { name } = groupTitle(group);
  const others = group.ends.filter((end) => end.label === 'Source' && !group.cut.some((node) => node.key === end.key));
  return others.length === 0
    ? name
    : `${name} (${listNames(
        others.map((end) => end.name),
        most,
      )})`;
}
