// The articles of others that an annotated article relays: its agency, whom it credits, and outlets that it names as sources.
import { fold } from '../../../schema/fold.ts';
import { slugOf } from '../../../schema/key.ts';
import { line } from '../text/shorten.ts';
import type { ArticleFacts } from './metadata.ts';
import { type NamedOutlet, outletOf } from './speakers.ts';

export interface Relayed {
  /** The stub's key. */
  article: string;
  outlet: NamedOutlet;
  how: string;
}

const mostHow = 300;
/** "h/t: Coast Radio." → "Coast Radio". */
const credited = (credit: string): string =>
  credit
    .replace(/^(?:h\/?t|hat tip|via|source|credit)\s*:?\s*/i, '')
    .replace(/[.,;]+$/, '')
    .trim();

/**
 * The article of an outlet that this one relays. Nothing tells two reports of an outlet apart that are taken over on one
 * day, so they are one stub: of an agency's report in two papers that is right, and elsewhere it never counts too many
 * origins. Without a date the stub is this article's own.
 */
export function relayedFrom(outlet: NamedOutlet, date: string | undefined, own: string, how: string): Relayed {
  const place = date === undefined ? `in-${slugOf(own).slice(0, 100)}` : date.slice(0, 10);
  return { article: `article:${slugOf(outlet.key)}-${place}`, outlet, how: line(how, mostHow) };
}

/** What the metadata say that the whole article takes from, but for its own publisher. */
export function relayedByAll({ wire, credit, publisher, date }: ArticleFacts, own: string): Relayed[] {
  const found = [
    ...(wire === undefined ? [] : [relayedFrom(outletOf(wire), date, own, `wire: ${wire}`)]),
    ...(credit === undefined || fold(credited(credit)) === ''
      ? []
      : [relayedFrom(outletOf(credited(credit)), date, own, credit)]),
  ];
  const publishedBy = publisher === undefined ? undefined : outletOf(publisher).key;
  return found.filter(
    ({ outlet, article }, at) =>
      outlet.key !== publishedBy && article !== own && found.findIndex((one) => one.article === article) === at,
  );
}
