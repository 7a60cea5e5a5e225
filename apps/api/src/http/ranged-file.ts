import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { DomainError, FileStore, type StoredFile } from '@server/platform';
import type { RequestFacts } from './request-facts';

/** A handler's answer that is a stored file: sent with ETag and byte ranges (RFC 9110 §14), never buffered. */
export class RangedFile {
  constructor(
    readonly file: StoredFile,
    readonly disposition: 'inline' | 'attachment' = 'attachment',
  ) {}
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Reads one byte range. Undefined: send everything; null: the range cannot be satisfied. */
export function parseRange(header: string | undefined, size: number): Range | null | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from >= size || from > to ? null : { from, to };
}

/** Turns a {@link RangedFile} into a response. */
@Injectable()
export class RangedFileInterceptor implements NestInterceptor {
  constructor(
    private readonly files: FileStore,
    private readonly adapter: HttpAdapterHost,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        map((answer: unknown) =>
          answer instanceof RangedFile ? this.send(context, answer) : answer,
        ),
      );
  }

  private send(context: ExecutionContext, { file, disposition }: RangedFile): unknown {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestFacts>();
    const { httpAdapter } = this.adapter;
    const response: unknown = http.getResponse();
    const set = (name: string, value: string): void => {
      httpAdapter.setHeader(response, name, value);
    };
    const etag = `"${file.sha256}"`;
    set('etag', etag);
    set('accept-ranges', 'bytes');
    set('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === etag) {
      httpAdapter.status(response, 304);
      return null;
    }
    set('content-type', file.media);
    const name = encodeURIComponent(file.name);
    set('content-disposition', `${disposition}; filename*=UTF-8''${name}`);
    const matches = request.headers['if-range'] ?? etag;
    const range = matches === etag ? parseRange(request.headers.range, file.size) : undefined;
    if (range === null) {
      set('content-range', `bytes */${file.size}`);
      throw new DomainError('file.range_unsatisfiable', { size: file.size });
    }
    if (range) {
      httpAdapter.status(response, 206);
      set('content-range', `bytes ${range.from}-${range.to}/${file.size}`);
      set('content-length', String(range.to - range.from + 1));
      return this.files.stream(file, range.from, range.to);
    }
    set('content-length', String(file.size));
    return this.files.stream(file);
  }
}
