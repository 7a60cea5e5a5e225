import { useSyncExternalStore } from 'react';

const REMEMBERED = 'sunlit.size';
const listeners = new Set<() => void>();

/** 长者模式: every rem grows by a quarter. Remembered on this computer, written on `<html>`. */
export function isSeniorMode(): boolean {
  return document.documentElement.dataset.size === 'large';
}

/** Turns it on or off. */
export function setSeniorMode(on: boolean): void {
  if (on) document.documentElement.dataset.size = 'large';
  else delete document.documentElement.dataset.size;
  window.localStorage.setItem(REMEMBERED, on ? 'large' : 'normal');
  for (const listener of listeners) listener();
}

/** Restores what was chosen before, ahead of the first paint. */
export function restoreSeniorMode(): void {
  if (window.localStorage.getItem(REMEMBERED) === 'large') setSeniorMode(true);
}

/** Whether it is on, as components see it. */
export function useSeniorMode(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isSeniorMode);
}
