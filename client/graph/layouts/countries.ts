// Which country a node is, or belongs to, from its own words: a code of ISO 3166-1 or a name.
import type { NodeView } from '../../../server/schema/view.ts';
import { ownTypeOf, textOf } from '../model.ts';

/** What to look a country up by: two or three letters, or a name; undefined where the node says nothing of the kind. */
export interface CountryHint {
  /** The country that the node is. */
  is?: string;
  /** The country that it belongs to. */
  in?: string;
}

const codes = ['iso2', 'iso3', 'iso', 'isoCode', 'iso_code', 'alpha2', 'alpha3', 'countryCode', 'country_code'];
const countryLabel = /^(country|nation|state|countries)$/i;

export function countryHint(node: NodeView): CountryHint {
  const own = ownTypeOf(node);
  const code = codes.map((name) => textOf(node, name)).find((text) => text !== undefined);
  if (own === 'Country' || node.labels.some((label) => countryLabel.test(label))) return { is: code ?? node.name };
  const within = textOf(node, 'country') ?? (own === undefined ? code : undefined);
  // A key of Hearsay's own model ends in the code.
  return within === undefined ? {} : { in: within.replace(/^country:/, '') };
}
