import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import Piscina from 'piscina';
import { drawPdf, type Sheet } from './page';

const THREAD = join(__dirname, 'press.worker.js');
const IDLE_MS = 60_000;

/**
 * Draws PDFs in a thread of its own: embedding a Chinese font costs about half a second of pure computing, in which
 * a hall or a deadline must not wait. Sources that run uncompiled (a test runner's) have no file for a thread and
 * draw where they are.
 */
@Injectable()
export class Press implements OnModuleDestroy {
  private readonly threads = existsSync(THREAD)
    ? new Piscina({ filename: THREAD, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS })
    : null;

  /** The sheet as PDF; sheets are drawn one after another. */
  async draw(sheet: Sheet): Promise<Uint8Array> {
    if (!this.threads) return drawPdf(sheet);
    return new Uint8Array((await this.threads.run(sheet)) as Uint8Array);
  }

  async onModuleDestroy(): Promise<void> {
    await this.threads?.close();
  }
}
