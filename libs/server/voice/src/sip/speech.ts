import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { spokenText } from '@core/voice';
import { customPinyin, pinyin } from 'pinyin-pro';
import { wavMs } from './wav';

const run = promisify(execFile);

/** A text that can be played. */
export interface Rendered {
  /** 8 kHz, one channel, 16 bits. */
  readonly file: string;
  /** How long the words last, without the silence behind them. */
  readonly speechMs: number;
}

/** Makes texts audible: by a program on this machine, recordings, or a provider. */
export interface Speech {
  render(text: string): Promise<Rendered>;
}

/** Words whose characters read otherwise than the dictionary thinks. */
const LEXICON = { 重听: 'chóng tīng', 处长: 'chù zhǎng', 率先: 'shuài xiān' };
customPinyin(LEXICON);

/** Numbered pinyin with pauses: what the voice reads rightly, where by itself it knows characters one by one. */
export function spokenPinyin(text: string): string {
  return pinyin(spokenText(text), { toneType: 'num', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.replace(/0$/, '5'))
    .join(' ')
    .replace(/[，、；：]/g, ',')
    .replace(/[。！？]/g, '.');
}

/** Words a minute: unhurried. */
const PACE = '165';
const LEAD_SECONDS = '0.4';
const PATIENCE = 10_000;

/** Speech by espeak-ng (a process of its own, GPL-3) and sox, kept as files by what is said. */
export class EspeakSpeech implements Speech {
  private readonly making = new Map<string, Promise<void>>();

  constructor(
    private readonly folder: string,
    /** Silence behind the words, in milliseconds: the end of a file ends the call, so it MUST outlast the wait for a key. */
    private readonly tailMs: number,
  ) {}

  async render(text: string): Promise<Rendered> {
    const words = spokenPinyin(text);
    const name = createHash('sha256').update(`${words}|${PACE}|${this.tailMs}`).digest('hex');
    const file = join(this.folder, `${name.slice(0, 24)}.wav`);
    if (!(await stat(file).catch(() => null))) await this.once(file, words);
    return { file, speechMs: wavMs((await stat(file)).size) - this.tailMs };
  }

  /** Two calls that say the same make it once, and nobody plays a file that is half written. */
  private once(file: string, words: string): Promise<void> {
    const known = this.making.get(file);
    if (known) return known;
    const made = this.make(file, words).finally(() => this.making.delete(file));
    this.making.set(file, made);
    return made;
  }

  private async make(file: string, words: string): Promise<void> {
    const [raw, whole] = [`${file}.${randomUUID()}.raw.wav`, `${file}.${randomUUID()}.wav`];
    const voice = ['-v', 'cmn-latn-pinyin', '-s', PACE, '-w', raw, '--', words];
    const form = ['-r', '8000', '-c', '1', '-b', '16', '-e', 'signed-integer'];
    const effects = ['norm', '-3', 'pad', LEAD_SECONDS, String(this.tailMs / 1_000)];
    try {
      await run('espeak-ng', voice, { timeout: PATIENCE });
      await run('sox', ['-V1', raw, ...form, whole, ...effects], { timeout: PATIENCE });
      await rename(whole, file);
    } finally {
      await rm(raw, { force: true });
    }
  }
}
