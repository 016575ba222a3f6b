// The typeface of everything written on the canvas.
export const family = '"Inter Variable", Inter, system-ui, sans-serif';
