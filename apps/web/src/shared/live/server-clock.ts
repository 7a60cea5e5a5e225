import { useSyncExternalStore } from 'react';
import { api, bodyOf } from '../api/client';
import type { Clock } from '../api/wire';

/** What one measurement of the server's clock tells. */
export interface ClockReading {
  readonly legalAt: number;
  readonly systemAt: number;
  /** The browser's steady counter at the moment the reading is valid for. */
  readonly steadyAt: number;
  readonly rate: number;
  readonly demo: boolean;
}

/** Combines an answer with when it was asked and received: it is valid for the middle of the two. */
export function readingOf(clock: Clock, askedAt: number, receivedAt: number): ClockReading {
  return {
    legalAt: Date.parse(clock.legal),
    systemAt: Date.parse(clock.system),
    steadyAt: (askedAt + receivedAt) / 2,
    rate: clock.rate,
    demo: clock.demo,
  };
}

/** The legal instant at a value of the steady counter. */
export function legalNow(reading: ClockReading, steady: number): number {
  return Math.floor(reading.legalAt + (steady - reading.steadyAt) * reading.rate);
}

/** By how many milliseconds the computer's own clock is ahead of the server's system clock. */
export function driftOf(reading: ClockReading, steady: number, local: number): number {
  return Math.round(local - (reading.systemAt + (steady - reading.steadyAt)));
}

/** What the page shows of the clock. `now` is null until the server has answered once. */
export interface ServerClock {
  readonly now: number | null;
  readonly demo: boolean;
  readonly rate: number;
  readonly driftMs: number;
}

const UNKNOWN: ServerClock = { now: null, demo: false, rate: 1, driftMs: 0 };
const TICK = 1_000;
const MEASURE_EVERY = 60_000;
/** A demonstration's clock may be moved by anybody at any time. */
const MEASURE_DEMO_EVERY = 5_000;
const listeners = new Set<() => void>();

let reading: ClockReading | null = null;
let shown: ServerClock = UNKNOWN;
let timer: number | null = null;
let measuredAt = Number.NEGATIVE_INFINITY;

function show(): void {
  if (reading === null) return;
  const steady = performance.now();
  shown = {
    now: legalNow(reading, steady),
    demo: reading.demo,
    rate: reading.rate,
    driftMs: driftOf(reading, steady, Date.now()),
  };
  for (const listener of listeners) listener();
}

async function measure(): Promise<void> {
  const askedAt = performance.now();
  measuredAt = askedAt;
  try {
    const clock = await bodyOf(api.GET('/api/clock'));
    reading = readingOf(clock, askedAt, performance.now());
    show();
  } catch {
    // The last reading keeps running on the steady counter; the next tick that is due asks again.
  }
}

function tick(): void {
  const every = reading?.demo === true ? MEASURE_DEMO_EVERY : MEASURE_EVERY;
  if (performance.now() - measuredAt > every) void measure();
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    timer = window.setInterval(tick, TICK);
    tick();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    window.clearInterval(timer);
    timer = null;
  };
}

/** The server's legal clock, ticking once a second. Deadlines are shown by it, never by the computer's. */
export function useServerClock(): ServerClock {
  return useSyncExternalStore(subscribe, () => shown);
}

/** Measures again at once, after the demonstration clock was moved. */
export function remeasureClock(): void {
  void measure();
}

/** The legal instant this very moment, for animations; null until the server has answered once. */
export function legalMillis(): number | null {
  return reading === null ? null : legalNow(reading, performance.now());
}
