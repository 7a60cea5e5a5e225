import type { ReactNode } from 'react';
import './icon.css';

/** Outlines on a 24 grid, 1.8 stroke; always beside a word, or inside a labelled control. */
const SHAPES = {
  alert: <path d="M12 3.500 22 20.500H2zM12 10v5M12 17.600v.2" />,
  back: <path d="m15 5-7 7 7 7" />,
  bell: <path d="M6 17V11a6 6 0 0 1 12 0v6l1.500 2h-15zM10 21h4" />,
  box: <path d="M4 7.500 12 3.500l8 4v9l-8 4-8-4zM4 7.500l8 4 8-4M12 11.500v9" />,
  chart: <path d="M4 20.500h16M6.500 17v-5M12 17V5M17.500 17V9" />,
  check: <path d="m4.500 12.500 5 5 10-11" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path d="M12 7v5.500l3.500 2" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  copy: <path d="M9 9h11v11H9zM5 15H4V4h11v1" />,
  dash: <path d="M5 12h14" />,
  document: <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />,
  down: <path d="m6 9 6 6 6-6" />,
  download: <path d="M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 20h14" />,
  eye: (
    <>
      <path d="M2 12c5-8.500 15-8.500 20 0-5 8.500-15 8.500-20 0z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  forward: <path d="m9 5 7 7-7 7" />,
  hall: (
    <path d="M3 20.500h18M5 20V9.500M19 20V9.500M2.500 9.500 12 4l9.500 5.500zM9.500 20v-6M14.500 20v-6" />
  ),
  home: <path d="m3.500 11 8.500-7 8.500 7M6 9.500V20h12V9.500" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path d="M12 11v5.500M12 7.700v.2" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15" r="4" />
      <path d="m11 12 8.500-8.500M16 7l3 3" />
    </>
  ),
  list: <path d="M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1" />,
  lock: <path d="M5.500 11h13v9.500h-13zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 15v2" />,
  menu: <path d="M4 6.500h16M4 12h16M4 17.500h16" />,
  pause: <path d="M8 5v14M16 5v14" />,
  pencil: <path d="m4 20 1-4.500L16 4.500l3.500 3.500-11 11zM13.500 7l3.500 3.500" />,
  people: (
    <>
      <circle cx="9" cy="8.500" r="3.300" />
      <path d="M2.500 19.500c.8-4 3.500-5.500 6.500-5.500s5.700 1.500 6.500 5.500M15.500 5.500a3.200 3.200 0 0 1 0 6M18 14.500c2 .8 3.100 2.500 3.500 5" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="3.800" />
      <path d="M4.500 20.500c1-4.500 4-6 7.500-6s6.500 1.500 7.500 6" />
    </>
  ),
  phone: (
    <path d="M5 3.500h4l1.700 4.800-2.200 1.700a12 12 0 0 0 5.500 5.500l1.700-2.200 4.800 1.700v4c-9 1.500-17-6.500-15.500-15.500z" />
  ),
  print: <path d="M7 8V3.500h10V8M7 17H4V8h16v9h-3M7 14h10v6.500H7z" />,
  refresh: <path d="M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5" />,
  scales: <path d="M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.500" />
      <path d="m16 16 5 5" />
    </>
  ),
  speech: <path d="M4 5h16v11.500H10L5.500 20v-3.500H4z" />,
  upload: <path d="M12 16V5M7.500 9.500 12 5l4.500 4.500M5 20h14" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** One outline in the colour of its text. Hidden from readers: the word beside it speaks. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
