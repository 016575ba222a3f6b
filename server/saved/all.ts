// All that people saved to look at again, whole, for whoever writes it to a file.
import type { ExportedStory, ExportedView } from '../schema/saved.ts';
import type { Reader } from '../store/port.ts';
import { readHeads } from './keep.ts';
import { stateOf } from './state.ts';
import { stepsOf } from './stories.ts';

/** Every view by name. */
export async function allViews(reader: Reader): Promise<ExportedView[]> {
  const views: ExportedView[] = [];
  for (const { key, name, by, on } of await readHeads(reader, 'view')) {
    const rows = await reader.read('read/saved/view', { key });
    views.push(...rows.map((row) => ({ key, name, by, savedOn: on, view: stateOf(row) })));
  }
  return views;
}

/** Every story with its steps, by title. */
export async function allStories(reader: Reader): Promise<ExportedStory[]> {
  const stories: ExportedStory[] = [];
  for (const { key, name, by, on } of await readHeads(reader, 'story'))
    stories.push({ key, title: name, by, savedOn: on, steps: await stepsOf(reader, key) });
  return stories;
}
