// Checks the lasting relations of a document: no relation to itself, none stated twice in two ways.
import type { Relation } from '../schema/entity.ts';
import { checkPeriod } from './check-places.ts';
import type { Issues } from './issues.ts';

const detailsOf = (relation: Relation): string =>
  JSON.stringify([relation.from, relation.to, relation.type === 'TOOK_PART_IN' ? relation.role : undefined]);

export function checkRelations(relations: readonly Relation[], issues: Issues): void {
  const seen = new Map<string, { at: number; details: string }>();
  relations.forEach((relation, at) => {
    const path = ['relations', at];
    checkPeriod(relation, path, issues);
    if (relation.start === relation.end)
      issues.add([...path, 'end'], `${relation.type} does not join a thing with itself`);
    const title = relation.type === 'HOLDS_OFFICE' ? relation.title : '';
    const id = JSON.stringify([relation.type, relation.start, relation.end, title]);
    const details = detailsOf(relation);
    const before = seen.get(id);
    if (before === undefined) seen.set(id, { at, details });
    else if (before.details !== details) {
      issues.add(path, `is relations/${before.at} with another period or role: state it once, or the same both times`);
    }
  });
}
