import { useEffect, useState } from 'react';
import { useT } from '../i18n/i18n-context';
import { ballRadius } from './drum-motion';
import { drumScene, isMoving, type DrawTimeline, type DrumScene } from './drum-scene';
import './drum.css';
import { REDUCED_MOTION, useMedia } from './use-media';

const CENTRE = { x: 270, y: 300 };
const INSIDE = 244;
const CHUTE_FROM = 545;
const CHUTE_TO = 612;

/**
 * The picture of a draw, frame by frame while something moves. `nowOf` gives the moment to show, in
 * the same clock as the timeline; `skipped` shows the result without the animation.
 */
export function useDrumScene(
  timeline: DrawTimeline,
  nowOf: () => number,
  skipped = false,
): DrumScene {
  const still = useMedia(REDUCED_MOTION) || skipped;
  const [now, setNow] = useState(nowOf);
  const scene = drumScene(timeline, now, still);
  const moving = isMoving(scene, still) || timeline.valueAt === null;
  useEffect(() => {
    if (!moving) return undefined;
    let frame = 0;
    const next = () => {
      setNow(nowOf());
      frame = window.requestAnimationFrame(next);
    };
    frame = window.requestAnimationFrame(next);
    return () => window.cancelAnimationFrame(frame);
  }, [moving, nowOf]);
  return scene;
}

/** The drum of the lottery. The numbers come from the seed; the animation only shows them. */
export function Drum({ scene, total }: { readonly scene: DrumScene; readonly total: number }) {
  const t = useT();
  const radius = ballRadius(total) * INSIDE;
  const leaving = scene.drawn.at(-1);
  return (
    <svg
      className="drum"
      viewBox="0 0 540 712"
      role="img"
      aria-label={t('drum.label', { count: total })}
    >
      <DrumShades />
      <path className="drum__stand" d="M112 560 62 690h416l-50-130" />
      <circle className="drum__bowl" cx={CENTRE.x} cy={CENTRE.y} r="262" />
      <circle className="drum__rim" cx={CENTRE.x} cy={CENTRE.y} r={INSIDE} />
      {scene.balls.map((ball) => (
        <Ball
          key={ball.number}
          number={ball.number}
          x={CENTRE.x + ball.x * INSIDE}
          y={CENTRE.y + ball.y * INSIDE}
          radius={radius}
        />
      ))}
      <path className="drum__glint" d="M90 190a215 215 0 0 1 120-92" />
      <path className="drum__mouth" d="M236 540h68v70h-68z" />
      {leaving === undefined ? null : (
        <Ball
          number={leaving.number}
          x={CENTRE.x}
          y={CHUTE_FROM + (CHUTE_TO - CHUTE_FROM) * leaving.arrived}
          radius={42}
          drawn
        />
      )}
      <text className="drum__words" x={CENTRE.x} y="683">
        {t('drum.onlyShows')}
      </text>
    </svg>
  );
}

function DrumShades() {
  return (
    <defs>
      <radialGradient id="drum-ball" cx=".36" cy=".3" r=".8">
        <stop offset="0" stopColor="#fff" />
        <stop offset=".55" stopColor="#e4efec" />
        <stop offset="1" stopColor="#8fb8b1" />
      </radialGradient>
      <radialGradient id="drum-inside" cx=".4" cy=".32" r=".75">
        <stop offset="0" stopColor="#174a45" />
        <stop offset="1" stopColor="#0a2d2a" />
      </radialGradient>
    </defs>
  );
}

function Ball({
  number,
  x,
  y,
  radius,
  drawn = false,
}: {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly drawn?: boolean;
}) {
  return (
    <g
      className={drawn ? 'drum__ball drum__ball--drawn' : 'drum__ball'}
      transform={`translate(${x} ${y})`}
    >
      <circle className="drum__skin" r={radius} />
      <circle className="drum__face" r={radius * 0.66} />
      <text y={radius * 0.3} fontSize={radius * 0.82}>
        {number}
      </text>
    </g>
  );
}
