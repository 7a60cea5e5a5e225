const CENTRE = { x: 60, y: 56 };
const RADIUS = 48;

/** Where the sun stands on the arc, 0 at sunrise and 1 on the right horizon. */
export function sunAt(progress: number): { readonly x: number; readonly y: number } {
  const angle = Math.PI * Math.min(1, Math.max(0, progress));
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: round(CENTRE.x - RADIUS * Math.cos(angle)),
    y: round(CENTRE.y - RADIUS * Math.sin(angle)),
  };
}
