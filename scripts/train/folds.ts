// Answers for each article by a model that has not seen it.

/** Learns once for each fold without it, and answers for the articles in it. */
export function acrossFolds<A, M, R>(
  articles: readonly A[],
  count: number,
  learn: (rest: A[]) => M,
  answer: (model: M, article: A) => R,
): Map<A, R> {
  const answers = new Map<A, R>();
  for (let fold = 0; fold < count; fold++) {
    const model = learn(articles.filter((_, at) => at % count !== fold));
    articles.forEach((article, at) => {
      if (at % count === fold) answers.set(article, answer(model, article));
    });
  }
  return answers;
}
