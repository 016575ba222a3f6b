// Grades that people give: reliability of sources and outlets, credibility of assertions.
import { gradeStanding, listGrades, setGrade } from '../curation/grades.ts';
import { ChangeReport } from '../schema/changes.ts';
import { GradeBody, GradeList, GradeStanding } from '../schema/curation.ts';
import { KeyParams } from '../schema/query.ts';
import { parseEither } from './body.ts';
import { route } from './declare.ts';

export const gradeRoutes = [
  route({
    method: 'get',
    path: '/api/grades',
    summary: 'All grades, with who gave them and why',
    response: GradeList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ grades: await listGrades(store) }),
  }),
  route({
    method: 'get',
    path: '/api/grades/{key}',
    summary: 'The grade of a source, an outlet or an assertion, and what is eligible',
    description:
      'For an assertion with the number of origins of what it says, and the best credibility these can bear.',
    params: KeyParams,
    response: GradeStanding,
    problems: ['not-found'],
    handle: ({ store }, { params }) => gradeStanding(store, params.key),
  }),
  route({
    method: 'post',
    path: '/api/grades',
    summary: 'Grades a source, an outlet or an assertion',
    description:
      'Reliability A–F for a source or an outlet, credibility 1–6 for an assertion (STANAG 2511); null takes the grade ' +
      'away. The program never gives one. With ?grade=B2 every view counts only what is graded at least so.',
    body: GradeBody,
    response: ChangeReport,
    problems: ['not-found', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { body }) =>
      setGrade(store, parseEither(['reliability', 'credibility'], GradeBody.options, body)),
  }),
];
