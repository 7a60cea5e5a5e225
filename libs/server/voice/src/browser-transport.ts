import type { Ids } from '@server/platform';
import type { Leg, LegEvent, LegTransport } from './leg';
import type { Softphone, SoftphoneReport, Softphones } from './softphones';
import type { VoiceGatewayHealth } from './voice-gateway';

/** A page cannot say how long it will speak: Chinese at an unhurried pace, and never less than this. */
const MS_PER_CHARACTER = 240;
const SHORTEST_SPEECH = 1_500;

/** Rings the pages of signed-in people: nothing to install, nothing leaves the site. */
export class BrowserTransport implements LegTransport {
  readonly kind = 'browser';
  private readonly busy = new Set<string>();
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(
    private readonly phones: Softphones,
    private readonly ids: Ids,
  ) {}

  validTarget(to: string): boolean {
    return /^[0-9a-f-]{36}$/.test(to);
  }

  reaches(to: string): boolean {
    return this.phones.of(to).length > 0;
  }

  /** One call a person at a time: whoever is called twice at once hears the second when the first is over. */
  async acquire(to: string, signal?: AbortSignal): Promise<Leg> {
    while (this.busy.has(to)) {
      signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        this.waiting.set(to, [...(this.waiting.get(to) ?? []), resolve]);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    signal?.throwIfAborted();
    this.busy.add(to);
    return new PageLeg(this.phones, this.ids.next(), to);
  }

  release(leg: Leg): void {
    if (!(leg instanceof PageLeg)) return;
    leg.end();
    this.busy.delete(leg.to);
    const next = this.waiting.get(leg.to) ?? [];
    this.waiting.delete(leg.to);
    for (const wake of next) wake();
  }

  health(): Promise<VoiceGatewayHealth> {
    const { online } = this.phones;
    if (online === null) return Promise.resolve({ ok: false, capacity: 0 });
    return Promise.resolve({ ok: true, capacity: Infinity, detail: `${online} pages open` });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A call on the pages of one person: all of them ring, the first that answers has it. */
class PageLeg implements Leg {
  readonly name = 'page';
  private deaf: () => void = () => undefined;
  private report: (event: LegEvent) => void = () => undefined;
  private answered: Softphone | null = null;
  private isOver = false;

  constructor(
    private readonly phones: Softphones,
    private readonly callId: string,
    readonly to: string,
  ) {}

  dial(_to: string, report: (event: LegEvent) => void): Promise<void> {
    this.report = report;
    this.deaf = this.phones.listen(this.to, (phone, heard) => this.hear(phone, heard));
    // Who opens the page while it rings is rung as well; nothing is said before somebody has answered.
    for (const phone of this.phones.of(this.to)) phone.ring(this.callId);
    return Promise.resolve();
  }

  play(text: string): Promise<number> {
    this.answered?.say(this.callId, text);
    return Promise.resolve(Math.max(SHORTEST_SPEECH, [...text].length * MS_PER_CHARACTER));
  }

  hangup(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.deaf();
    for (const phone of this.phones.of(this.to)) phone.bye(this.callId);
  }

  private hear(phone: Softphone, heard: SoftphoneReport): void {
    if (heard.type === 'found') {
      if (this.answered === null) phone.ring(this.callId);
    } else if (heard.type === 'lost') {
      if (phone === this.answered) this.closed('page closed');
    } else if (heard.callId === this.callId) this.act(phone, heard);
  }

  private act(
    phone: Softphone,
    heard: Exclude<SoftphoneReport, { readonly type: 'lost' | 'found' }>,
  ): void {
    if (heard.type === 'ringing') this.report({ type: 'RINGING' });
    else if (heard.type === 'answer' && this.answered === null) {
      this.answered = phone;
      for (const other of this.phones.of(this.to)) if (other !== phone) other.bye(this.callId);
      this.report({ type: 'ANSWERED' });
    } else if (heard.type === 'key' && phone === this.answered) {
      if (/^[0-9*#]$/.test(heard.key)) this.report({ type: 'KEY', key: heard.key });
    } else if (heard.type === 'bye' && (this.answered ?? phone) === phone) {
      this.closed(this.answered === null ? 'refused' : 'hung up');
    }
  }

  private closed(cause: string): void {
    const outcome = this.answered === null ? 'REJECTED' : 'HANGUP_NO_KEY';
    this.end();
    this.report({ type: 'CLOSED', cause, outcome });
  }
}
