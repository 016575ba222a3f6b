// A node's or an edge's properties as lines to read: names in words, dates written out, addresses as links.
import type { NodeView } from '../../server/schema/view.ts';
import { isPlain } from '../graph/model.ts';
import { dataset } from '../state/data.ts';
import { countryOf } from '../text/country.ts';
import { formatDate } from '../text/format.ts';
import { propertyLabel } from '../text/words.ts';
import { OutsideLink } from '../ui/basics.tsx';

// Said elsewhere in the panel, or of no use to a reader.
const apart = new Set(['name', 'description', 'curated', 'derived', 'textHash', 'documentHash', 'baseKey', 'text']);
const isDate = /^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/;

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);
const Address = ({ url }: { url: string }) => <OutsideLink url={url}>{url.replace(/^https?:\/\//i, '')}</OutsideLink>;

function value(of: NodeView['properties'][string]) {
  if (Array.isArray(of)) {
    const texts = of.map(String);
    if (!texts.every(isAddress)) return texts.join(', ');
    return texts.map((url, index) => (
      <div key={index}>
        <Address url={url} />
      </div>
    ));
  }
  const text = String(of);
  if (isAddress(text)) return <Address url={text} />;
  // As it is called here, where it is known here.
  if (text.startsWith('country:')) return dataset.value.nodes.get(text)?.name ?? countryOf(text) ?? text;
  return typeof of === 'string' && isDate.test(text) && text.length >= 7 ? formatDate(text) : text;
}

/** The rows that a node's or an edge's own properties make; those of somebody else's database all, under their own names. */
export const propertyRows = (node: Pick<NodeView, 'key' | 'properties'>) =>
  Object.entries(node.properties)
    .filter(
      ([name, content]) =>
        (isPlain(node) || !apart.has(name)) &&
        content !== null &&
        content !== '' &&
        !(Array.isArray(content) && content.length === 0),
    )
    .map(([name, content]) => [isPlain(node) ? name : propertyLabel(name), value(content)] as const);
