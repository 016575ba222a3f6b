// The evidence in one of two layers, all that was said or what of it still counts: who says what, and who shows it.
import type { Evidence, EvidenceArticle, EvidenceAssertion } from '../schema/evidence.ts';
import type { Modality, Mode } from '../schema/stance.ts';
import { placeOf, type Says, type Surroundings, saysOf } from './says.ts';

export interface Layer extends Surroundings {
  /** What is said of the claim in the mode; a modality is preferred where an article has it. */
  says(claim: string, mode: Mode, modality?: Modality | null): Says;
  /** The article for which the assertion with the key counts, as the newest text has it. */
  placeOf(assertion: string): string | undefined;
  /** The held articles through which an assertion counts. */
  shownBy(assertion: EvidenceAssertion): readonly EvidenceArticle[];
}

/** What is said of a claim with few assertions is quicker found again than kept. */
const fewAssertions = 16;

interface LayerParts {
  /** The assertions of a claim. */
  rows(claim: string): readonly EvidenceAssertion[];
  find(key: string): EvidenceAssertion | undefined;
  /** Whether an assertion in an article's text no longer shows anything, itself included. */
  isWithdrawn?(one: EvidenceAssertion): boolean;
  /** Whether no trail leads to the article any more. */
  isOut?(article: string): boolean;
}

export const isReplaced = (article: EvidenceArticle | undefined): boolean => (article?.revisedBy.length ?? 0) > 0;

export function layerOf({ articles, sources }: Evidence, parts: LayerParts): Layer {
  const { rows, find, isWithdrawn = () => false, isOut = () => false } = parts;
  /** Only by a held article's newest text does anything count. */
  const isInText = (one: EvidenceAssertion): boolean => {
    const row = articles.get(one.article);
    return row?.held === true && !isReplaced(row) && !isWithdrawn(one);
  };
  const kept = new Map<string, Says>();
  const layer: Layer = {
    articles,
    sources,
    showing(assertion) {
      if (assertion.review !== 'accepted') return [];
      if (!assertion.reconstructed) return isInText(assertion) ? [assertion] : [];
      const shown = assertion.knownFrom.flatMap((key) => find(key) ?? []);
      return shown.filter((one) => one.review === 'accepted' && !one.reconstructed && isInText(one));
    },
    placeOf(assertion) {
      const one = find(assertion);
      return one && placeOf(one, layer);
    },
    shownBy(assertion) {
      const keys = new Set(layer.showing(assertion).map(({ article }) => article));
      return [...keys].flatMap((key) => articles.get(key) ?? []);
    },
    current(article) {
      const later = articles.get(article)?.revisedBy ?? [];
      const newest = later.filter((key) => !isReplaced(articles.get(key)));
      return (later.length === 0 ? [article] : newest).filter((key) => !isOut(key));
    },
    says(claim, mode, modality = null) {
      const name = `${mode} ${modality ?? 'any'} ${claim}`;
      const known = kept.get(name);
      if (known !== undefined) return known;
      const found = rows(claim);
      const says = saysOf(found, { mode, modality }, layer);
      if (found.length > fewAssertions) kept.set(name, says);
      return says;
    },
  };
  return layer;
}
