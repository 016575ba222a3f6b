// Every route of the API, in the order in which it is documented.
import { accountRoutes } from './accounts.ts';
import { articleLinkRoutes } from './article-links.ts';
import { articleRoutes } from './articles.ts';
import { auditRoutes } from './audit.ts';
import { backupRoutes } from './backup.ts';
import { briefRoutes } from './briefs.ts';
import { caseRoutes } from './cases.ts';
import { changeRoutes } from './changes.ts';
import { claimReviewRoutes } from './claim-reviews.ts';
import { contradictionRoutes } from './contradictions.ts';
import { databaseSchemaRoutes } from './database-schema.ts';
import type { AnyRoute } from './declare.ts';
import { diffRoutes } from './diff.ts';
import { dispositionRoutes } from './dispositions.ts';
import { draftRoutes } from './drafts.ts';
import { edgeReportRoutes } from './edge-reports.ts';
import { exportRoutes } from './exports.ts';
import { gradeRoutes } from './grades.ts';
import { graphRoutes } from './graph.ts';
import { groundsRoutes } from './grounds.ts';
import { hypothesisRoutes } from './hypotheses.ts';
import { identityRoutes } from './identity.ts';
import { importRoutes } from './imports.ts';
import { libraryRoutes } from './library.ts';
import { metricsRoutes } from './metrics.ts';
import { noteRoutes } from './notes.ts';
import { proposalRoutes } from './proposals.ts';
import { queryRoutes } from './queries.ts';
import { savedViewRoutes } from './saved-views.ts';
import { schemaRoutes } from './schemas.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { spreadRoutes } from './spread.ts';
import { stanceRoutes } from './stances.ts';
import { statusRoutes } from './status.ts';
import { storyRoutes } from './stories.ts';
import { suggestionRoutes } from './suggestions.ts';
import { utteranceRoutes } from './utterances.ts';
import { watchRoutes } from './watches.ts';

export const allRoutes: readonly AnyRoute[] = [
  ...statusRoutes,
  ...metricsRoutes,
  ...graphRoutes,
  ...edgeReportRoutes,
  ...groundsRoutes,
  ...searchRoutes,
  ...stanceRoutes,
  ...contradictionRoutes,
  ...utteranceRoutes,
  ...diffRoutes,
  ...spreadRoutes,
  ...briefRoutes,
  ...articleRoutes,
  ...draftRoutes,
  ...caseRoutes,
  ...gradeRoutes,
  ...hypothesisRoutes,
  ...identityRoutes,
  ...changeRoutes,
  ...dispositionRoutes,
  ...articleLinkRoutes,
  ...noteRoutes,
  ...suggestionRoutes,
  ...savedViewRoutes,
  ...storyRoutes,
  ...watchRoutes,
  ...queryRoutes,
  ...proposalRoutes,
  ...databaseSchemaRoutes,
  ...libraryRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...backupRoutes,
  ...auditRoutes,
  ...claimReviewRoutes,
  ...schemaRoutes,
  ...sessionRoutes,
  ...accountRoutes,
];
