/** The dial and the sun on a pine square. At least 24 px, never recoloured. */
export function Logo({ size = 44 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <rect width="44" height="44" rx="6" fill="#0f615b" />
      <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round">
        <path d="M7 31a15 15 0 0 1 30 0M5 35.500h34" />
        <path d="M22 31 31 20.500" stroke="#f5b301" />
      </g>
      <circle cx="32.2" cy="19.8" r="5.4" fill="#f5b301" stroke="#0f615b" strokeWidth="2" />
    </svg>
  );
}
