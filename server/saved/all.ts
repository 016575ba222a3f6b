// All that people saved to look at again, whole, for whoever writes it to a file.
import type { SavedStory, SavedView } from '../schema/saved.ts';
import type { Store } from '../store/port.ts';
import { listStories, readStory } from './stories.ts';
import { listViews, readView } from './views.ts';

/** Every view and every story with its steps, by name. Throws NotFound where the database is not Hearsay's. */
export async function allSaved(
  store: Pick<Store, 'read' | 'capabilities'>,
): Promise<{ views: SavedView[]; stories: SavedStory[] }> {
  const views: SavedView[] = [];
  for (const { key } of await listViews(store)) views.push(await readView(store, key));
  const stories: SavedStory[] = [];
  for (const { key } of await listStories(store)) stories.push(await readStory(store, key));
  return { views, stories };
}
