// People, countries, organizations, groups, outlets, plans and events, and the lasting relations between them.
import { z } from 'zod';
import {
  ActorKey,
  CountryKey,
  EntityKey,
  EventKey,
  GroupKey,
  OrganizationKey,
  OutletKey,
  PersonKey,
  PlanKey,
} from './key.ts';
import { IsoDate, Span } from './span.ts';
import { Line, Url, VisibleLine } from './text.ts';

const Name = VisibleLine.max(200);
const named = {
  name: Name,
  aliases: z.array(Name).max(100).optional().describe('Other spellings and short forms.'),
  description: Line.max(300).optional().describe('One sentence in our own words.'),
  mentions: z.array(Span).max(500).optional().describe('Places in the article that name it; its first is enough.'),
};

export const Person = z.strictObject({ type: z.literal('Person'), key: PersonKey, ...named });
export const Country = z.strictObject({
  type: z.literal('Country'),
  key: CountryKey,
  ...named,
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export const Organization = z.strictObject({
  type: z.literal('Organization'),
  key: OrganizationKey,
  ...named,
  url: Url.optional(),
});
export const Group = z.strictObject({ type: z.literal('Group'), key: GroupKey, ...named });
export const Outlet = z.strictObject({
  type: z.literal('Outlet'),
  key: OutletKey,
  ...named,
  url: Url.optional(),
  owner: Name.optional(),
  country: CountryKey.optional(),
});
export const Plan = z.strictObject({ type: z.literal('Plan'), key: PlanKey, ...named, proposedOn: IsoDate.optional() });
export const Event = z.strictObject({
  type: z.literal('Event'),
  key: EventKey,
  ...named,
  on: IsoDate.optional(),
  precision: z.enum(['time', 'day', 'month', 'year']).optional(),
});

export const Entity = z.discriminatedUnion('type', [Person, Country, Organization, Group, Outlet, Plan, Event]);
export type Entity = z.infer<typeof Entity>;

const dated = {
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  span: Span.optional().describe('Where the article says so.'),
};
/** A lasting relation that the article states as background. `start` and `end` are the keys it joins. */
export const Relation = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('HOLDS_OFFICE'),
    start: PersonKey,
    end: ActorKey,
    title: Name,
    ...dated,
  }),
  z.strictObject({
    type: z.literal('MEMBER_OF'),
    start: ActorKey,
    end: z.union([OrganizationKey, GroupKey]),
    ...dated,
  }),
  z.strictObject({ type: z.literal('PART_OF'), start: PlanKey, end: PlanKey, ...dated }),
  z.strictObject({ type: z.literal('STEP_TOWARD'), start: PlanKey, end: PlanKey, ...dated }),
  z.strictObject({ type: z.literal('PROPOSED_BY'), start: PlanKey, end: ActorKey, ...dated }),
  z.strictObject({ type: z.literal('TOOK_PART_IN'), start: ActorKey, end: EventKey, role: Name.optional(), ...dated }),
  z.strictObject({ type: z.literal('CONCERNS'), start: EventKey, end: EntityKey, ...dated }),
]);
export type Relation = z.infer<typeof Relation>;

/** Entities and relations shared by several reports, kept apart from any article. */
export const EntitiesDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('hearsay-entities/1'),
  entities: z.array(Entity).max(10_000),
  relations: z.array(Relation).max(50_000).optional(),
});
export type EntitiesDocument = z.infer<typeof EntitiesDocument>;
