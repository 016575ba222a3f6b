// The canvas as one page that opens offline: the viewer as it was built, with the data in it.
import type { Contents } from './contents.ts';
import type { Means } from './means.ts';
import { viewerJson } from './viewer-data.ts';
import { blobOf } from './work.ts';
import { xml } from './xml.ts';

/** Where in the built viewer the title and the data go: see vite.viewer.config.ts. */
const places = { title: '__HEARSAY_TITLE__', data: '__HEARSAY_DATA__' } as const;

/** The parts before, between and after the places; throws where the viewer has not exactly one of each. */
function partsOf(template: string): [string, string, string] {
  const [before, rest, ...more] = template.split(places.title);
  const [between, after, ...others] = (rest ?? '').split(places.data);
  if (before === undefined || between === undefined || after === undefined || more.length + others.length > 0)
    throw new Error('The viewer that was built is not whole: run npm run build, load the page again and retry.');
  return [before, between, after];
}

function* pieces(contents: Contents, template: string): Generator<string> {
  const [before, between, after] = partsOf(template);
  yield before + xml(contents.about.title) + between;
  yield* viewerJson(contents);
  yield after;
}

export async function html(contents: Contents, means: Means): Promise<Blob> {
  const template = await means.asset('/viewer.html');
  return blobOf(pieces(contents, template), contents.nodes.length + contents.edges.length, 'text/html', means);
}
