// The reading pages hold everything one reads. The app is started here: at once for who is signed in on this computer
// or has the app open already (or comes with #app), otherwise when somebody asks for it.
(() => {
  const { app } = document.currentScript.dataset;
  const start = () => import(app);
  let wanted = window.location.hash === '#app';
  try {
    wanted ||= window.localStorage.getItem('sunlit.signed-in') !== null;
    wanted ||= window.sessionStorage.getItem('sunlit.app') !== null;
  } catch {
    // Storage may be forbidden: then the page is read as it is.
  }
  if (wanted) {
    void start();
    return;
  }
  for (const button of document.querySelectorAll('[data-start-app]')) {
    button.hidden = false;
    button.addEventListener('click', () => void start());
  }
})();
