/** Longest message of a line that is believed; anything above is noise on the socket. */
const LONGEST = 1 << 20;
const COLON = 0x3a;
const DIGITS = 8;

/** A text as a netstring (`<bytes>:<text>,`), as baresip's `ctrl_tcp` frames its messages. */
export function netstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`;
}

/** Takes netstrings out of a stream of bytes. Throws for bytes that are none. */
export class NetstringReader {
  private held = Buffer.alloc(0);

  /** The whole texts that are there after these bytes, in their order. */
  read(bytes: Uint8Array): string[] {
    this.held = Buffer.concat([this.held, bytes]);
    const texts: string[] = [];
    for (;;) {
      const colon = this.held.indexOf(COLON);
      if (colon < 0) {
        if (this.held.length > DIGITS) throw new Error('no netstring');
        return texts;
      }
      const length = Number(this.held.toString('latin1', 0, colon));
      if (!Number.isInteger(length) || length < 0 || length > LONGEST || colon === 0) {
        throw new Error('no netstring');
      }
      if (this.held.length < colon + length + 2) return texts;
      texts.push(this.held.toString('utf8', colon + 1, colon + 1 + length));
      this.held = this.held.subarray(colon + length + 2);
    }
  }
}
