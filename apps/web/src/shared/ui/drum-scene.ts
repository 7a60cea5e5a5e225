import { droppingBalls, restingBalls, tumblingBalls, type BallPlace } from './drum-motion';

const DROP = 2_000;
const PROOF_STEP = 1_000;
const CHUTE = 1_600;
const NAME = 600;
const ALTERNATE = 1_000;

/** What is known of a draw, with the moments at which it became known. */
export interface DrawTimeline {
  /** Seeds the picture only; the public list's digest is a good one. */
  readonly seed: string;
  readonly numbers: readonly number[];
  readonly lockedAt: number;
  /** When the public random value arrived; null while it is waited for. */
  readonly valueAt: number | null;
  /** The result, winner first, known as soon as the value is. */
  readonly order: readonly number[];
  /** How many steps the proof has. */
  readonly proofSteps: number;
}

/** A number that has been drawn, and how far its arrival is. */
export interface DrawnBall {
  readonly number: number;
  /** 0 in the drum's mouth, 1 at its place in the centre. */
  readonly arrived: number;
  /** The name appears after the number. */
  readonly named: boolean;
}

/** The whole picture at one moment. */
export interface DrumScene {
  readonly phase: 'dropping' | 'waiting' | 'proving' | 'drawing' | 'done';
  readonly balls: readonly BallPlace[];
  readonly drawn: readonly DrawnBall[];
  /** Proof steps that are ticked. */
  readonly proved: number;
}

interface Drawing {
  readonly drawn: readonly DrawnBall[];
  readonly over: boolean;
}

function drawing(order: readonly number[], elapsed: number): Drawing {
  const drawn: DrawnBall[] = [];
  let begin = 0;
  for (const [index, number] of order.entries()) {
    const chute = index === 0 ? CHUTE : ALTERNATE - NAME / 2;
    const whole = index === 0 ? CHUTE + NAME : ALTERNATE;
    if (elapsed < begin) return { drawn, over: false };
    const since = elapsed - begin;
    drawn.push({ number, arrived: Math.min(1, since / chute), named: since >= whole });
    begin += whole;
  }
  return { drawn, over: elapsed >= begin };
}

/**
 * The picture of a draw at a moment: a pure function, so a late viewer starts at the present and every
 * screen shows the same. `still` (reduced motion, or skipped by the host) keeps the order and the
 * information and takes all durations away.
 */
export function drumScene(timeline: DrawTimeline, now: number, still: boolean): DrumScene {
  const { seed, numbers, lockedAt, valueAt, order, proofSteps } = timeline;
  const left = (drawn: readonly DrawnBall[]) =>
    numbers.filter((number) => drawn.every((ball) => ball.number !== number));
  if (valueAt === null || now < valueAt) {
    const waited = now - lockedAt;
    if (still) return { phase: 'waiting', balls: restingBalls(numbers), drawn: [], proved: 0 };
    if (waited < DROP) {
      return {
        phase: 'dropping',
        balls: droppingBalls(numbers, waited, DROP),
        drawn: [],
        proved: 0,
      };
    }
    const balls = tumblingBalls(seed, waited - DROP, numbers);
    return { phase: 'waiting', balls, drawn: [], proved: 0 };
  }
  const since = now - valueAt;
  const proofTime = still ? 0 : proofSteps * PROOF_STEP;
  if (since < proofTime) {
    const proved = Math.floor(since / PROOF_STEP);
    return { phase: 'proving', balls: restingBalls(numbers), drawn: [], proved };
  }
  const { drawn, over } = drawing(order, still ? Number.POSITIVE_INFINITY : since - proofTime);
  return {
    phase: over ? 'done' : 'drawing',
    balls: restingBalls(left(drawn)),
    drawn,
    proved: proofSteps,
  };
}

/** Whether the picture still changes by itself, so that frames must be drawn. */
export function isMoving(scene: DrumScene, still: boolean): boolean {
  return !still && scene.phase !== 'done';
}
