/** Remembers for this tab that the app has been started: the reading pages (public/reading.js) then start it again. */
export function rememberApp(): void {
  try {
    window.sessionStorage.setItem('sunlit.app', '1');
  } catch {
    // Storage may be forbidden: then the app is asked for on every page.
  }
}
