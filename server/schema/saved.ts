// Views that people save by name, and stories made of views with captions: what is sent, kept and given back.
import { z } from 'zod';
import { StoryKey, ViewKey } from './key.ts';
import { Line, Moment, Passage, VisibleLine } from './text.ts';

export const savedLimits = {
  /** Keys in each list of one view. */
  keys: 50_000,
  /** No place is farther from the middle than this, in layout units. */
  farthest: 1_000_000,
  /** Characters of the part that an address can hold. */
  queryLength: 100_000,
  steps: 200,
  captionLength: 4000,
  nameLength: 200,
  /** Characters of all keys and queries of one view or story together: what either engine writes in a few seconds. */
  length: 8 << 20,
} as const;

const By = VisibleLine.max(savedLimits.nameLength).describe('Who saves it.');
const Name = VisibleLine.max(savedLimits.nameLength);
const place = z.int().min(-savedLimits.farthest).max(savedLimits.farthest);
const Key = Line.min(1).max(300);
const keys = z.array(Key).max(savedLimits.keys);

/** What is looked at: the query string of an address, without the lists of keys, which may be longer than addresses are. */
export const SavedState = z.strictObject({
  query: Line.max(savedLimits.queryLength).describe(
    'The query string of the page’s address, without the leading "?" and without the keys that the lists hold.',
  ),
  added: keys.default([]).describe('Keys of nodes put on the canvas by hand.'),
  hidden: keys.default([]).describe('Keys of nodes taken off the canvas by hand.'),
  selected: keys.default([]).describe('Keys of nodes selected together.'),
  without: keys.default([]).describe('Keys of articles, outlets and sources that do not count.'),
  pins: z
    .array(z.strictObject({ key: Key, x: place, y: place }))
    .max(savedLimits.keys)
    .default([])
    .describe('Where nodes were put by hand, in layout units; the latest last.'),
});
export type SavedState = z.infer<typeof SavedState>;
export type SavedStateInput = z.input<typeof SavedState>;

const savedOn = z.string().describe('When it was last saved, to the millisecond: give it back as `replaces`.');
const replaces = z
  .string()
  .max(40)
  .describe(
    'The `savedOn` that one has read: where it was saved anew since, the answer is 409 and nothing is written.',
  );
const missing = z.array(z.string()).describe('Keys that it names and no record has any more.');

export const ViewKeyParams = z.strictObject({ key: ViewKey.describe('The key of a view, such as view:the-talks.') });
export const NewView = z.strictObject({ name: Name, by: By, view: SavedState });
export type NewView = z.infer<typeof NewView>;
export const ChangedView = z.strictObject({
  name: Name,
  by: By,
  view: SavedState.optional().describe('Absent: as it is; only the name changes.'),
  replaces,
});
export type ChangedView = z.infer<typeof ChangedView>;
export const ViewHead = z.object({ key: z.string(), name: z.string(), by: z.string(), savedOn });
export type ViewHead = z.infer<typeof ViewHead>;
export const ViewHeads = z.object({ views: z.array(ViewHead).describe('By name.') });
export const SavedView = ViewHead.extend({ view: SavedState });
export type SavedView = z.infer<typeof SavedView>;
/** A view as an export holds it, to be kept again as it was. */
export const ExportedView = z.strictObject({ key: ViewKey, name: Name, by: By, savedOn: Moment, view: SavedState });
export type ExportedView = z.infer<typeof ExportedView>;
export const OpenedView = SavedView.extend({ missing });
export type OpenedView = z.infer<typeof OpenedView>;

export const StoryKeyParams = z.strictObject({
  key: StoryKey.describe('The key of a story, such as story:the-talks.'),
});
/** A step keeps the view as it was when it was added: nothing that happens to a saved view changes a story. */
export const StoryStep = z.strictObject({
  caption: Passage.max(savedLimits.captionLength),
  view: SavedState,
});
export type StoryStep = z.infer<typeof StoryStep>;
const steps = z.array(StoryStep).max(savedLimits.steps).describe('In the order in which they are shown.');
export const NewStory = z.strictObject({ title: Name, by: By, steps });
export type NewStory = z.infer<typeof NewStory>;
export const ChangedStory = NewStory.extend({ replaces });
export type ChangedStory = z.infer<typeof ChangedStory>;
export const StoryHead = z.object({
  key: z.string(),
  title: z.string(),
  by: z.string(),
  savedOn,
  steps: z.int().describe('How many.'),
});
export type StoryHead = z.infer<typeof StoryHead>;
export const StoryHeads = z.object({ stories: z.array(StoryHead).describe('By title.') });
export const SavedStory = StoryHead.extend({ steps });
export type SavedStory = z.infer<typeof SavedStory>;
/** A story as an export holds it. */
export const ExportedStory = z.strictObject({ key: StoryKey, title: Name, by: By, savedOn: Moment, steps });
export type ExportedStory = z.infer<typeof ExportedStory>;
export const OpenedStory = SavedStory.extend({ missing });
export type OpenedStory = z.infer<typeof OpenedStory>;

export const RemovedSaved = z.object({ key: z.string() });
