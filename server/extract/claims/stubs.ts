// Which articles the relays of one text stand for: one of each outlet, more only where dates or an interview say so.
import type { KnownArticle } from '../mentions/known.ts';
import type { RelayFound } from './relays.ts';

export interface Stub {
  key: string;
  outlet: { key: string; name: string };
  /** The day it is said to have appeared. */
  date?: string;
  places: RelayFound[];
  candidates: { key: string; score: number; reason: string }[];
}

const slugOf = (key: string): string => key.slice(key.indexOf(':') + 1);
const dayOf = (date: string | undefined): string | undefined =>
  (date?.length ?? 0) >= 10 ? date?.slice(0, 10) : undefined;

/** Articles of the database that may be meant, the likeliest first: of that outlet, on the day that is stated or before. */
function candidatesOf(
  outlet: string,
  date: string | undefined,
  known: readonly KnownArticle[],
  until: string | undefined,
) {
  return known
    .filter((article) => article.outlet === outlet)
    .flatMap(({ key, publishedFrom, publishedTo }) => {
      const [from, to] = [dayOf(publishedFrom), dayOf(publishedTo)];
      if (date !== undefined && from === date && (to === undefined || to === date))
        return [{ key, score: 0.8, reason: `of that outlet, published on ${date}` }];
      if (date !== undefined && ((from !== undefined && from > date) || (to !== undefined && to < date))) return [];
      if (until !== undefined && from !== undefined && from > until) return [];
      return [{ key, score: 0.4, reason: 'of that outlet; the day does not speak against it' }];
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, 20);
}

/**
 * Groups relays into articles. A key is made of the outlet, the day and this article's own slug: two texts that relay an
 * outlet do not by that mean the same article; that they do is for a person to say.
 */
export function stubsOf(
  relays: readonly RelayFound[],
  own: string,
  known: readonly KnownArticle[],
  until: string | undefined,
): Stub[] {
  const stubs: Stub[] = [];
  const byOutlet = new Map<string, RelayFound[]>();
  for (const relay of relays) {
    if (relay.own) continue;
    byOutlet.set(relay.outlet.key, [...(byOutlet.get(relay.outlet.key) ?? []), relay]);
  }
  for (const places of byOutlet.values()) {
    const dates = [...new Set(places.flatMap(({ date }) => date?.iso ?? []))];
    const plain = places.some(({ interview }) => !interview);
    const groups = new Map<string, RelayFound[]>();
    for (const place of places) {
      const date = place.date?.iso ?? (dates.length === 1 ? dates[0] : undefined) ?? '';
      const name = `${date}${place.interview && plain ? ' interview' : ''}`;
      groups.set(name, [...(groups.get(name) ?? []), place]);
    }
    for (const [name, group] of groups) {
      const outlet = group[0]?.outlet ?? { key: '', name: '' };
      const [date = ''] = name.split(' ');
      const slug = [slugOf(outlet.key), date, name.endsWith('interview') ? 'interview' : '', 'in', slugOf(own)]
        .filter((part) => part !== '')
        .join('-');
      const candidates = candidatesOf(outlet.key, date === '' ? undefined : date, known, until);
      stubs.push({
        key: `article:${slug.slice(0, 180)}`,
        outlet,
        ...(date === '' ? {} : { date }),
        places: group,
        candidates,
      });
    }
  }
  return stubs;
}
