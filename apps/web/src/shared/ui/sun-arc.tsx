import { sunAt } from './sun-arc-geometry';
import './sun-arc.css';

/** Time as the sun's way over the horizon. `null` draws the empty day: a dashed arc without a sun. */
export function SunArc({
  progress,
  width = 220,
}: {
  readonly progress: number | null;
  readonly width?: number;
}) {
  const sun = progress === null ? null : sunAt(progress);
  return (
    <svg
      className="sun-arc"
      style={{ width: `${width / 16}rem` }}
      viewBox="0 0 120 66"
      aria-hidden="true"
      focusable="false"
    >
      <path
        className={sun ? 'sun-arc__sky' : 'sun-arc__sky sun-arc__sky--empty'}
        d="M12 56a48 48 0 0 1 96 0"
      />
      {sun ? <path className="sun-arc__past" d={`M12 56A48 48 0 0 1 ${sun.x} ${sun.y}`} /> : null}
      <path className={sun ? 'sun-arc__ground' : 'sun-arc__ground--empty'} d="M2 60h116" />
      {sun ? <circle className="sun-arc__sun" cx={sun.x} cy={sun.y} r="9" /> : null}
    </svg>
  );
}
