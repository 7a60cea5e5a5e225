/** A point inside the drum, whose centre is (0, 0) and whose radius is 1. */
export interface BallPlace {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** Balls are smaller when there are many of them. */
export function ballRadius(count: number): number {
  return Math.min(0.19, 0.62 / Math.sqrt(count + 1));
}

const RIM = 0.93;
const ROUNDS = 12;
const TAU = 2 * Math.PI;

/** 32 bits that depend on every character: only for the picture, never for a draw. */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A fraction in [0, 1) for one ball and one purpose. */
function fraction(seed: string, ball: number, purpose: string): number {
  return mix(`${seed}/${ball}/${purpose}`) / 2 ** 32;
}

/** Balls at rest: rows from the bottom of the drum, in the order of their numbers. */
export function restingBalls(numbers: readonly number[]): readonly BallPlace[] {
  const radius = ballRadius(numbers.length);
  const step = 2 * radius;
  const places: BallPlace[] = [];
  // The bottom row lies where three balls fit side by side.
  let y = Math.sqrt((RIM - radius) ** 2 - Math.min(step, RIM - radius) ** 2);
  while (places.length < numbers.length) {
    const reach = Math.sqrt(Math.max(0, (RIM - radius) ** 2 - y ** 2));
    const room = Math.max(1, Math.floor((2 * reach) / step + 1e-9) + 1);
    const slots = Math.min(room, numbers.length - places.length);
    for (let slot = 0; slot < slots; slot += 1) {
      const number = numbers[places.length] ?? 0;
      places.push({ number, x: (slot - (slots - 1) / 2) * step, y });
    }
    y -= step * 0.9;
  }
  return separate(places, radius);
}

/** Balls while they tumble: a pure function of seed and time, so that every screen shows the same. */
export function tumblingBalls(
  seed: string,
  milliseconds: number,
  numbers: readonly number[],
): readonly BallPlace[] {
  const radius = ballRadius(numbers.length);
  const time = milliseconds / 1_000;
  const places = numbers.map((number) => {
    const turn = (purpose: string) => TAU * fraction(seed, number, purpose);
    const speed = (purpose: string) => 0.45 + 0.75 * fraction(seed, number, purpose);
    const angle = turn('angle') + time * TAU * 0.22 * speed('spin');
    const reach =
      (RIM - radius) * (0.55 + 0.45 * Math.sin(turn('reach') + time * 2.1 * speed('pulse')));
    return { number, x: reach * Math.cos(angle), y: reach * Math.sin(angle) * 0.92 + 0.06 };
  });
  return separate(places, radius);
}

/** Balls falling in one after another while the list is locked. */
export function droppingBalls(
  numbers: readonly number[],
  elapsed: number,
  duration: number,
): readonly BallPlace[] {
  const resting = restingBalls(numbers);
  const fall = duration * 0.3;
  const gap = (duration - fall) / Math.max(1, numbers.length);
  return resting.flatMap((place, index) => {
    const progress = Math.min(1, (elapsed - index * gap) / fall);
    if (progress <= 0) return [];
    const eased = progress * progress;
    return [{ ...place, x: place.x * eased, y: -RIM + (place.y + RIM) * eased }];
  });
}

/** Pushes overlapping balls apart and back inside, a fixed number of rounds: deterministic everywhere. */
function separate(places: readonly BallPlace[], radius: number): readonly BallPlace[] {
  const points = places.map(({ number, x, y }) => ({ number, x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    points.forEach((one, index) => {
      for (const other of points.slice(index + 1)) pushApart(one, other, 2 * radius);
    });
    for (const point of points) keepInside(point, RIM - radius);
  }
  return points;
}

interface Point {
  x: number;
  y: number;
}

function pushApart(one: Point, other: Point, least: number): void {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const distance = Math.hypot(dx, dy);
  if (distance >= least) return;
  const [ux, uy] = distance < 1e-9 ? [1, 0] : [dx / distance, dy / distance];
  const half = (least - distance) / 2;
  one.x -= ux * half;
  one.y -= uy * half;
  other.x += ux * half;
  other.y += uy * half;
}

function keepInside(point: Point, most: number): void {
  const distance = Math.hypot(point.x, point.y);
  if (distance <= most) return;
  point.x *= most / distance;
  point.y *= most / distance;
}
