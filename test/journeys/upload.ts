import { createHash } from 'node:crypto';
import type { Client } from '../support/client';

const TUS = { 'tus-resumable': '1.0.0' };

/** A file as the platform answers it. */
export interface UploadedFile {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
}

/** Begins an upload; returns its address. */
export async function beginUpload(
  client: Client,
  name: string,
  media: string,
  size: number,
): Promise<string> {
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  const response = await client.fetch('/api/uploads', {
    method: 'POST',
    headers: {
      ...TUS,
      'upload-length': String(size),
      'upload-metadata': `filename ${encode(name)},filetype ${encode(media)}`,
    },
  });
  if (response.status !== 201) throw new Error(`upload refused: ${response.status}`);
  return response.headers.get('location') ?? '';
}

/** How many bytes of an upload have arrived. */
export async function arrivedBytes(client: Client, location: string): Promise<number> {
  const response = await client.fetch(location, { method: 'HEAD', headers: TUS });
  return Number(response.headers.get('upload-offset'));
}

/** Sends bytes from `offset` on. */
export async function sendBytes(
  client: Client,
  location: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Response> {
  return client.fetch(location, {
    method: 'PATCH',
    headers: {
      ...TUS,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
}

/** Uploads bytes in pieces, cut in the middle and resumed where the server says, and makes them a file. */
export async function uploadFile(
  client: Client,
  name: string,
  media: string,
  bytes: Uint8Array,
): Promise<UploadedFile> {
  const location = await beginUpload(client, name, media, bytes.length);
  const cut = Math.floor(bytes.length / 2);
  if (cut > 0) await sendBytes(client, location, 0, bytes.subarray(0, cut));
  const offset = await arrivedBytes(client, location);
  const response = await sendBytes(client, location, offset, bytes.subarray(offset));
  if (response.status !== 204) throw new Error(`upload broke: ${response.status}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return client.post<UploadedFile>('/api/files', { uploadId: location.split('/').pop(), sha256 });
}
