// Checks that an entities document makes sense: it belongs to no article, so nothing in it has a place in one.
import type { EntitiesDocument } from '../schema/entity.ts';
import { checkUnique } from './check-references.ts';
import { checkRelations } from './check-relations.ts';
import type { Issues } from './issues.ts';

export function checkEntities({ entities, relations = [] }: EntitiesDocument, issues: Issues): void {
  checkUnique(entities, ['entities'], 'key', ({ key }) => key, issues);
  entities.forEach((entity, at) => {
    if (entity.mentions !== undefined) {
      issues.add(
        ['entities', at, 'mentions'],
        'an entities document belongs to no article: put mentions into the claims document',
      );
    }
  });
  checkRelations(relations, issues);
  relations.forEach((relation, at) => {
    if (relation.span !== undefined) {
      issues.add(
        ['relations', at, 'span'],
        'an entities document belongs to no article: put the span into the claims document',
      );
    }
  });
}
