import { Injectable } from '@nestjs/common';

/** A page that rings: one socket of one signed-in person. */
export interface Softphone {
  ring(callId: string): void;
  say(callId: string, text: string): void;
  /** The call is over, or another page of the same person has it. */
  bye(callId: string): void;
}

/** What a page reports of a call; `lost` when its connection ends. */
export type SoftphoneReport =
  | { readonly type: 'ringing' | 'answer' | 'bye'; readonly callId: string }
  | { readonly type: 'key'; readonly callId: string; readonly key: string }
  | { readonly type: 'lost' }
  | { readonly type: 'found' };

type Listener = (phone: Softphone, report: SoftphoneReport) => void;

/** Which people have a page open in this process. Kept in memory only: nothing stored says who could be rung. */
@Injectable()
export class Softphones {
  private readonly phones = new Map<string, Set<Softphone>>();
  private readonly listeners = new Map<string, Listener>();
  private isOpen = false;

  /** Says that pages may connect to this process; without it nobody is rung from here. */
  open(): void {
    this.isOpen = true;
  }

  /** Pages that could ring; null where none can ever connect. */
  get online(): number | null {
    return this.isOpen ? this.phones.size : null;
  }

  /** A page has connected. Returns what its connection must call at its end. */
  connect(personId: string, phone: Softphone): () => void {
    const own = this.phones.get(personId) ?? new Set();
    this.phones.set(personId, own.add(phone));
    this.report(personId, phone, { type: 'found' });
    return () => {
      own.delete(phone);
      if (own.size === 0 && this.phones.get(personId) === own) this.phones.delete(personId);
      this.report(personId, phone, { type: 'lost' });
    };
  }

  /** Passes on what a page says. */
  report(personId: string, phone: Softphone, report: SoftphoneReport): void {
    this.listeners.get(personId)?.(phone, report);
  }

  of(personId: string): readonly Softphone[] {
    return [...(this.phones.get(personId) ?? [])];
  }

  /** Hears a person's pages until the returned function is called; one listener a person. */
  listen(personId: string, listener: Listener): () => void {
    this.listeners.set(personId, listener);
    return () => {
      if (this.listeners.get(personId) === listener) this.listeners.delete(personId);
    };
  }
}
