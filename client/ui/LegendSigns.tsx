// What the badge of origins and the dot of a pinned node mean, for legends.

/** The line of a list. */
export const PinnedSign = () => (
  <li>
    <svg class="legend-line" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">
      <circle class="legend-pinned" cx="22" cy="6" r="3.500" />
    </svg>
    Put there by hand: pinned
  </li>
);

/** The words of a paragraph. */
export const BadgeMeaning = () => (
  <>
    <span class="origin-badge uncertain">1–2</span> on so many independent origins, fewest to most.
  </>
);
