// The chain of who relays whom, left to right: outlet, relayed outlet, source.
import type { ChainLink } from '../../server/schema/view.ts';
import { show } from '../state/actions.ts';
import { selectArticle } from '../state/selection.ts';
import { sourceKindWords } from '../text/words.ts';

const place = (link: ChainLink): string =>
  link.sourceKind ? sourceKindWords(link.sourceKind) : link.label.toLowerCase();

/** An untitled report of an outlet that is not named has nothing but its key: say so in words. */
const nameOf = (link: ChainLink): string => (link.name === link.key ? 'Outlet not named' : link.name);

function Link({ link }: { link: ChainLink }) {
  const open = () => (link.label === 'Article' ? selectArticle(link.key) : void show(link.key));
  const kind = `chain-link chain-${link.sourceKind ?? link.label.toLowerCase()}`;
  return (
    <button type="button" class={kind} title={`${nameOf(link)}: ${place(link)}`} onClick={open}>
      <span class="chain-name">{nameOf(link)}</span>
      <span class="chain-kind">{place(link)}</span>
    </button>
  );
}

/** One branch of an assertion's trail. An ordered list, so that it reads in order without the picture. */
export const Chain = ({ links }: { links: readonly ChainLink[] }) => (
  <ol class={links.length > 4 ? 'chain long' : 'chain'} aria-label="Who relays whom">
    {links.map((link, index) => (
      <li key={`${index} ${link.key}`}>
        {index > 0 && (
          <span class="chain-step">
            <span class="chain-how">{link.how ?? ''}</span>
            <span class="chain-arrow" aria-hidden="true" />
          </span>
        )}
        <Link link={link} />
      </li>
    ))}
  </ol>
);
