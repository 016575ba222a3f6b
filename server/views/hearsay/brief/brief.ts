// A brief on a plan, an actor or a question, as Markdown or as a page of its own.
import type { BriefQuery, TextAnswer } from '../../../schema/brief.ts';
import type { HypothesisView } from '../../../schema/curation.ts';
import { briefOf } from './document.ts';
import { type Asked, gather } from './gather.ts';
import { toPage } from './html.ts';
import { toMarkdown } from './markdown.ts';

/** The part of a key that may stand in the name of a file. */
const slug = (key: string | undefined): string =>
  (key ?? '')
    .slice((key ?? '').indexOf(':') + 1)
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .slice(0, 60);

/** `hypotheses` lists those on sources, `now` is the moment it is made. Errors: NotFound with the nearest names, InvalidRequest naming the parameter. */
export async function brief(
  explorer: Asked,
  hypotheses: () => Promise<HypothesisView[]>,
  query: BriefQuery,
  now: Date,
): Promise<TextAnswer> {
  const day = now.toISOString().slice(0, 10);
  const document = briefOf(await gather(explorer, query, day), await hypotheses());
  const name = ['brief', slug(query.holder), slug(query.plan), query.asOf ?? '']
    .filter((part) => part !== '')
    .join('-');
  if (query.format === 'md') {
    return { type: 'text/markdown', text: toMarkdown(document), fileName: `${name}.md` };
  }
  return { type: 'text/html', ...toPage(document), fileName: `${name}.html` };
}
