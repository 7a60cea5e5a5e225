import { FileStore as TusFiles } from '@tus/file-store';
import { Server } from '@tus/server';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JwtService } from '@nestjs/jwt';
import type { ErrorCode } from '@contracts';
import { Sessions, type AccessClaims, type Caller } from '@server/identity';
import { Config, Ids } from '@server/platform';

const UPLOADS = '/api/uploads';

/** Where the bytes of an upload stand while they arrive. */
export function uploadFolder(config: Config): string {
  return config.path('uploads');
}

/** What @tus/server turns into a response: an error with `status_code` and `body`. */
class UploadFault extends Error {
  readonly body: string;

  constructor(
    readonly status_code: number,
    code: ErrorCode,
  ) {
    super(code);
    this.body = JSON.stringify({ status: status_code, code });
  }
}

/**
 * Resumable uploads by the tus protocol under /api/uploads. An upload belongs to whoever began it, for the
 * organisation he acted for; it becomes a file of the store by `POST /api/files`, which can be repeated after any interruption.
 */
export function mountUploads(app: NestFastifyApplication): void {
  const config = app.get(Config);
  const ids = app.get(Ids);
  const folder = uploadFolder(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const callerOf = async (authorization: string | null): Promise<Caller> => {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    const caller = token ? await authenticate(app, token) : null;
    if (!caller) throw new UploadFault(401, 'identity.not_signed_in');
    if (!caller.permissions.includes('upload.make'))
      throw new UploadFault(403, 'identity.no_permission');
    return caller;
  };
  // Made at the first upload: the store touches its folder by itself, whenever it likes, once it exists.
  let made: { store: TusFiles; server: Server } | undefined;
  const tus = (): { store: TusFiles; server: Server } => (made ??= makeServer());
  const makeServer = (): { store: TusFiles; server: Server } => {
    const store = new TusFiles({ directory: folder });
    const server = new Server({
      path: UPLOADS,
      datastore: store,
      relativeLocation: true,
      maxSize: config.settings.MAX_UPLOAD_MB * 1024 * 1024,
      namingFunction: () => ids.next(),
      async onUploadCreate(request, upload) {
        const caller = await callerOf(request.headers.get('authorization'));
        const organisation = caller.acting?.organisationId ?? null;
        return { metadata: { ...upload.metadata, owner: caller.personId, organisation } };
      },
      async onIncomingRequest(request, id) {
        const caller = await callerOf(request.headers.get('authorization'));
        if (request.method === 'POST' || !id) return;
        const upload = await store.getUpload(id).catch(() => null);
        if (upload && upload.metadata?.owner !== caller.personId) {
          throw new UploadFault(404, 'request.not_found');
        }
      },
    });
    return { store, server };
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => {
    done(null);
  });
  const handle = async (
    request: { raw: IncomingMessage },
    reply: { raw: ServerResponse; hijack(): unknown },
  ): Promise<void> => {
    reply.hijack();
    await tus().server.handle(request.raw, reply.raw);
  };
  fastify.all(UPLOADS, handle);
  fastify.all(`${UPLOADS}/*`, handle);
}

async function authenticate(app: NestFastifyApplication, token: string): Promise<Caller | null> {
  try {
    const claims = await app.get(JwtService, { strict: false }).verifyAsync<AccessClaims>(token);
    return await app.get(Sessions).caller(claims.sid);
  } catch {
    return null;
  }
}
