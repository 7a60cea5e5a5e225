import { Desk } from './desk';
import { serveVerification } from './verification';

// One script is both: the page gives its own text to the worker, so the file holds the verifier once.
if (typeof document === 'undefined') serveVerification();
else new Desk(document.currentScript?.textContent ?? '').open();
