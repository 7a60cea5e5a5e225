const LONGEST_SIDE = 1600;
const FILE_MS = 3000;

/** Whether this browser can show a camera's picture to a page: only over https, or on the computer itself. */
export function hasCamera(): boolean {
  return 'mediaDevices' in navigator;
}

/** The text of the QR code in a picture file; null when it is no picture, or no code is found in it. */
export async function qrInFile(file: Blob): Promise<string | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return null;
  }
  try {
    return await qrInPicture(picture, picture.width, picture.height, {
      effort: 4,
      timeLimit: FILE_MS,
    });
  } finally {
    picture.close();
  }
}

/** The text of the QR code in what a camera shows right now, or null. */
export async function qrInVideo(video: HTMLVideoElement): Promise<string | null> {
  return qrInPicture(video, video.videoWidth, video.videoHeight, {});
}

async function qrInPicture(
  source: CanvasImageSource,
  width: number,
  height: number,
  effort: { readonly effort?: number; readonly timeLimit?: number },
): Promise<string | null> {
  if (width === 0 || height === 0) return null;
  // Read only here: the reader is larger than the page that seldom needs it.
  const { decodeQR } = await import('qr/decode.js');
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), effort);
  } catch {
    return null;
  }
}
