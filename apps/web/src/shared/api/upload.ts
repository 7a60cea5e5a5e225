import { Upload } from 'tus-js-client';
import { ApiError, offlineError, parseProblem } from './api-error';
import { api, bodyOf } from './client';
import { tokenSource } from './tokens';
import type { StoredFile } from './wire';

/** How an upload is going. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

interface UploadRequest {
  readonly file: Blob;
  readonly name: string;
  readonly media: string;
  /** What the server must find; it refuses other bytes. */
  readonly sha256?: string;
  readonly onProgress?: (progress: UploadProgress) => void;
  readonly signal?: AbortSignal;
}

/** After a broken line it asks where the server is and goes on from there, for about five minutes. */
const RETRIES = [0, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 120_000];
const ENDPOINT = '/api/uploads';

/** Sends bytes by the tus protocol and registers them as a file. Resumes an interrupted upload of the same file. */
export async function uploadFile(request: UploadRequest): Promise<StoredFile> {
  const uploadId = await send(request);
  const { sha256 } = request;
  return bodyOf(
    api.POST('/api/files', { body: { uploadId, ...(sha256 === undefined ? {} : { sha256 }) } }),
  );
}

function send(request: UploadRequest): Promise<string> {
  const { file, name, media, onProgress, signal } = request;
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: ENDPOINT,
      retryDelays: RETRIES,
      chunkSize: 8 * 1024 * 1024,
      metadata: { filename: name, filetype: media },
      removeFingerprintOnSuccess: true,
      storeFingerprintForResuming: file instanceof File,
      onBeforeRequest: (sent) => {
        const token = tokenSource().current();
        if (token !== null) sent.setHeader('Authorization', `Bearer ${token}`);
      },
      onAfterResponse: async (_sent, answer) => {
        if (answer.getStatus() === 401) await tokenSource().renew();
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 401 || status === 423 || status >= 500;
      },
      onProgress: (sent, total) => onProgress?.({ sent, total }),
      onError: (error) => reject(errorOf(error)),
      onSuccess: () => resolve(upload.url?.split('/').pop() ?? ''),
    });
    signal?.addEventListener('abort', () => {
      void upload.abort();
      reject(new DOMException('stopped', 'AbortError'));
    });
    void begin(upload, file instanceof File).catch(reject);
  });
}

async function begin(upload: Upload, mayResume: boolean): Promise<void> {
  const [previous] = mayResume ? await upload.findPreviousUploads() : [];
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
  upload.start();
}

function errorOf(error: Error): ApiError {
  const answer =
    'originalResponse' in error
      ? (error.originalResponse as { getStatus(): number; getBody(): string } | null)
      : null;
  if (answer === null) return offlineError();
  try {
    return new ApiError(parseProblem(JSON.parse(answer.getBody()), answer.getStatus()), Date.now());
  } catch {
    return new ApiError({ status: answer.getStatus(), code: 'internal' }, Date.now());
  }
}
