// How long what moves on the canvas may take: shortly, and not at all for those who ask for no motion.
const reduced = matchMedia('(prefers-reduced-motion: reduce)');
const short = 180;

/** In milliseconds. */
export const duration = (): number => (reduced.matches ? 0 : short);

/** Sigma's own movements after wheel, drag and pinch. It divides by these times, so that none of them may be 0. */
export function motionSettings() {
  const time = reduced.matches ? 1 : short;
  return {
    zoomDuration: time,
    inertiaDuration: time,
    doubleClickZoomingDuration: time,
    // How far a drag goes on after it is let go.
    inertiaRatio: reduced.matches ? 0 : 3,
  };
}
