/** The tally: two halves of one token, apart, joined, or joined wrongly. */
export type TallyState = 'apart' | 'closing' | 'joined' | 'offset';

const LEFT = 'M3 3h8.500L9.500 7.500l2 4.500-2 4.500 2 4.500H3z';
const RIGHT = 'M13.500 3H21v18h-7.500l-2-4.500 2-4.500-2-4.500z';
const SHIFT: Readonly<Record<Exclude<TallyState, 'joined'>, string>> = {
  apart: 'translate(.8 0)',
  closing: 'translate(-.9 0)',
  offset: 'translate(.2 2.500)',
};

export function Tally({ state }: { readonly state: TallyState }) {
  return (
    <svg className="tally" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {state === 'joined' ? <Joined /> : <Halves shift={SHIFT[state]} />}
    </svg>
  );
}

function Joined() {
  return (
    <>
      <path d="M3 3h18v18H3z" fill="currentColor" />
      <g fill="none" stroke="#fff">
        <path d="M12.200 3 10.500 7.500l2 4.500-2 4.500 1.700 4.500" opacity=".55" />
        <path
          d="m7.200 12.400 3.400 3.400 6.400-7.200"
          strokeWidth="2.3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </g>
    </>
  );
}

function Halves({ shift }: { readonly shift: string }) {
  return (
    <>
      <path d={LEFT} fill="currentColor" />
      <path
        className="tally__half"
        d={RIGHT}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        transform={shift}
      />
    </>
  );
}
