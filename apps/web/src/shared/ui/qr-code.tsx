import { create } from 'qrcode';
import { useMemo } from 'react';
import './qr-code.css';

const QUIET = 4;

/** A QR code as one path, with the quiet zone of four modules. `label` says what scanning it does. */
export function QrCode({
  text,
  label,
  size = 128,
}: {
  readonly text: string;
  readonly label: string;
  readonly size?: number;
}) {
  const { path, side } = useMemo(() => outline(text), [text]);
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

function outline(text: string): { readonly path: string; readonly side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
  }
  return { path, side: modules.size + 2 * QUIET };
}
