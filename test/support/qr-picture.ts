import { create, toBuffer } from 'qrcode';

const [WIDTH, HEIGHT, MODULE] = [640, 480, 8];

/** A QR code as a PNG file. */
export function qrPng(text: string): Promise<Buffer> {
  return toBuffer(text, { errorCorrectionLevel: 'M', scale: 6, margin: 4 });
}

/** One frame of film (YUV4MPEG2, 640 × 480) in which a QR code is held into the camera. */
export function qrFilm(text: string): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size * MODULE;
  const [left, top] = [Math.floor((WIDTH - side) / 2), Math.floor((HEIGHT - side) / 2)];
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = modules.get(Math.floor(y / MODULE), Math.floor(x / MODULE)) !== 0;
      if (dark) luma[(top + y) * WIDTH + left + x] = 16;
    }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(header), Buffer.from('FRAME\n'), luma, chroma]);
}
