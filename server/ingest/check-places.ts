// Checks the dates of a document, and its spans against the text where the text is at hand.
import { firstDay, lastDay } from '../provenance/days.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import { Span } from '../schema/span.ts';
import type { DateBasis } from '../schema/stance.ts';
import { sha256 } from './canonical.ts';
import type { Issues, Path } from './issues.ts';

const after = (from: string, to: string): boolean =>
  from.length > 10 && to.length > 10 ? from > to : firstDay(from) > lastDay(to);

interface Dated {
  dateBasis: DateBasis;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
}

function checkPublished({ dateBasis, publishedFrom, publishedTo }: Dated, path: Path, issues: Issues): void {
  const dated = publishedFrom !== undefined || publishedTo !== undefined;
  if (dateBasis === 'unknown' && dated) {
    issues.add([...path, 'dateBasis'], 'has a date, so its basis is "stated" or "inferred", not "unknown"');
  }
  if (dateBasis !== 'unknown' && !dated) {
    issues.add(
      [...path, 'dateBasis'],
      `is "${dateBasis}", so publishedFrom and publishedTo are needed; without a date it is "unknown"`,
    );
  }
  if (publishedFrom !== undefined && publishedTo !== undefined && after(publishedFrom, publishedTo)) {
    issues.add([...path, 'publishedTo'], `${publishedTo} lies before publishedFrom, ${publishedFrom}`);
  }
}

/** Reports a `to` that lies before its `from`. */
export function checkPeriod(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  path: Path,
  issues: Issues,
): void {
  if (from !== undefined && to !== undefined && after(from, to))
    issues.add([...path, 'to'], `${to} lies before from, ${from}`);
}

/** Calls `see` for every span anywhere in the document; the path is the caller's only during the call. */
function eachSpan(value: unknown, path: (string | number)[], see: (span: Span, path: Path) => void): void {
  if (value === null || typeof value !== 'object') return;
  const inside = (name: string | number, member: unknown): void => {
    if (member === null || typeof member !== 'object') return;
    path.push(name);
    eachSpan(member, path, see);
    path.pop();
  };
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) inside(at, value[at]);
    return;
  }
  // Few of the objects are spans, and to try each of them would take longer than all the rest of the check.
  const span = 'quote' in value && 'start' in value ? Span.safeParse(value) : undefined;
  if (span?.success) see(span.data, path);
  else for (const name of Object.keys(value)) inside(name, (value as Record<string, unknown>)[name]);
}

function checkText({ article, ...rest }: ClaimsDocument, issues: Issues): void {
  if (article.text === undefined) return;
  const hash = `sha256:${sha256(article.text)}`;
  if (article.textHash !== hash) {
    issues.add(
      ['article', 'textHash'],
      `is not the hash of the text given, which is ${hash}; check that both are of the same text`,
    );
    return;
  }
  const letters = Array.from(article.text);
  eachSpan(rest, [], (span, path) => {
    if (span.end > letters.length) {
      issues.add(
        [...path, 'end'],
        `${span.end} lies beyond the end of the text, which has ${letters.length} code points`,
      );
      return;
    }
    const words = letters.slice(span.start, span.end).join('');
    if (words !== span.quote) {
      issues.add(
        [...path, 'quote'],
        `the text has ${JSON.stringify(words)} at ${span.start}–${span.end}, not ${JSON.stringify(span.quote)}`,
      );
    }
  });
}

export function checkPlaces(document: ClaimsDocument, issues: Issues): void {
  checkPublished(document.article, ['article'], issues);
  document.articles.forEach((stub, at) => {
    checkPublished(stub, ['articles', at], issues);
  });
  document.assertions.forEach((assertion, at) => {
    checkPeriod(assertion, ['assertions', at], issues);
  });
  checkText(document, issues);
}
