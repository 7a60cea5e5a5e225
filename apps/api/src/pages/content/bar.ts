import { html, type Markup } from '../frame/html';

const BAR = 160;

/** A bar as wide as its share of the largest; what it says stands beside it. */
export function bar(part: number, largest: number): Markup {
  const width = largest <= 0 ? 0 : Math.max(part > 0 ? 2 : 0, Math.round((part * BAR) / largest));
  return html`<svg
    class="reading__bar"
    width="${BAR}"
    height="12"
    viewBox="0 0 ${BAR} 12"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="reading__bar-ground" width="${BAR}" height="12" />
    <rect width="${width}" height="12" />
  </svg>`;
}
