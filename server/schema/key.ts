// Keys name every node for ever: a type, a colon and a readable slug or a hash.
import { z } from 'zod';

/** The node labels a person meets, in the order the interface lists them. */
export const entityTypes = ['Person', 'Country', 'Organization', 'Group', 'Outlet', 'Plan', 'Event'] as const;
export const EntityType = z.enum(entityTypes);
export type EntityType = z.infer<typeof EntityType>;

/** Types that can hold a position; their nodes carry the label Actor too. */
export const actorTypes: readonly EntityType[] = ['Person', 'Country', 'Organization', 'Group'];

/** What follows the type and the colon of a key. */
export const slugOf = (key: string): string => key.slice(key.indexOf(':') + 1);

const keyOf = (...prefixes: string[]) =>
  z.string().regex(new RegExp(`^(?:${prefixes.join('|')}):[\\p{Ll}\\p{N}][\\p{Ll}\\p{N}.#_-]{0,198}$`, 'u'), {
    error: `must be a key such as ${prefixes[0]}:some-slug (lower case, digits, "-", "." or "_"; starts with ${prefixes.map((p) => `${p}:`).join(' or ')})`,
  });

export const PersonKey = keyOf('person');
export const CountryKey = keyOf('country');
export const OrganizationKey = keyOf('organization');
export const GroupKey = keyOf('group');
export const OutletKey = keyOf('outlet');
export const PlanKey = keyOf('plan');
export const EventKey = keyOf('event');
export const ArticleKey = keyOf('article');
export const UtteranceKey = keyOf('utterance');
export const CaseKey = keyOf('case');
export const NoteKey = keyOf('note');
export const ViewKey = keyOf('view');
export const StoryKey = keyOf('story');
export const WatchKey = keyOf('watch');
export const ActorKey = keyOf('person', 'country', 'organization', 'group');
export const TargetKey = keyOf('plan', 'event');
export const EntityKey = keyOf('person', 'country', 'organization', 'group', 'outlet', 'plan', 'event');

/** Names an item inside one document, so that others in it can point there. */
export const LocalId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, {
  error: 'must be a local id: lower-case letters, digits and "-", at most 80 characters',
});
