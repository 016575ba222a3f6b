// What people decided about the evidence, as an export holds it: cases, grades, hypotheses, links of articles, dispositions.
import { setArticleLink } from '../curation/article-links.ts';
import { putCase } from '../curation/cases.ts';
import { restoreDispositions } from '../curation/dispositions.ts';
import { setGrade } from '../curation/grades.ts';
import { addHypothesis } from '../curation/hypotheses.ts';
import { compare, distinct } from '../schema/lists.ts';
import { type Decision, inside, type Kind } from './decision-kind.ts';

const why = (text: string | null): { why?: string } => (text === null ? {} : { why: text });

export const cases: Kind<'cases'> = {
  name: 'cases',
  async read(reader) {
    const rows = await reader.read('read/curation/cases', {});
    return rows.map(({ description, articles, ...one }) => ({
      ...one,
      ...(description === null ? {} : { description }),
      articles: distinct(articles),
    }));
  },
  subject: ({ key }) => key,
  records: ({ articles }) => articles,
  decider:
    async (tx) =>
    ({ key, ...body }) =>
      putCase(inside(tx), key, body),
};

export const grades: Kind<'grades'> = {
  name: 'grades',
  async read(reader) {
    const rows = await reader.read('read/curation/grades', {});
    return rows.flatMap(({ key: subject, reliability, credibility, gradedBy, gradedWhy }): Decision<'grades'>[] => {
      const common = { subject, by: gradedBy ?? '', ...why(gradedWhy) };
      if (reliability !== null) return [{ ...common, reliability }];
      return credibility === null ? [] : [{ ...common, credibility }];
    });
  },
  subject: ({ subject }) => subject,
  records: ({ subject }) => [subject],
  decider: async (tx) => (body) => setGrade(inside(tx), body, { record: false }),
};

export const hypotheses: Kind<'hypotheses'> = {
  name: 'hypotheses',
  async read(reader) {
    const rows = await reader.read('read/curation/hypotheses', {});
    return rows.map(({ type, source, other, by, confidence, why: reason }) => ({
      source,
      ...(type === 'SAME_AS' ? { sameAs: other } : { identifiedAs: other }),
      by: by ?? '',
      confidence: confidence ?? 0,
      ...why(reason),
    })) as Decision<'hypotheses'>[];
  },
  subject: (one) =>
    'sameAs' in one ? [one.source, one.sameAs].sort(compare).join('~') : `${one.source}~${one.identifiedAs}`,
  records: (one) => [one.source, 'sameAs' in one ? one.sameAs : one.identifiedAs],
  decider: async (tx) => (body) => addHypothesis(inside(tx), body),
};

export const articleLinks: Kind<'articleLinks'> = {
  name: 'articleLinks',
  async read(reader) {
    const rows = (await reader.read('read/curation/article-links', {})).filter(({ decided }) => decided);
    return rows.map(({ type, source: article, target: other, by, why: reason }) => ({
      type: type === 'NOT_REPUBLISHES' ? 'REPUBLISHES' : type,
      article,
      other,
      review: type === 'NOT_REPUBLISHES' ? 'rejected' : 'accepted',
      by: by ?? '',
      ...why(reason),
    }));
  },
  subject: ({ type, article, other }) => [type, article, other].join('~'),
  records: ({ article, other }) => [article, other],
  decider: async (tx) => (body) => setArticleLink(inside(tx), body, { mayBeStated: true }),
};

export const dispositions: Kind<'dispositions'> = {
  name: 'dispositions',
  async read(reader) {
    const rows = await reader.read('read/curation/dispositions', {});
    return rows.map(({ contradiction, state, by, why: reason, on }) => ({
      contradiction,
      state,
      by: by ?? '',
      why: reason ?? '',
      ...(on === null ? {} : { on }),
    }));
  },
  subject: ({ contradiction }) => contradiction,
  // On what is claimed, whoever says it: in which articles that is, its key does not tell.
  records: () => null,
  decider: restoreDispositions,
};
