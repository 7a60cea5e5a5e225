import { Injectable } from '@nestjs/common';
import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** Makes identifiers. UUIDv7: sortable by time of making, 36 characters. */
@Injectable()
export class Ids {
  next(): string {
    return v7();
  }
}

const READABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The platform's source of random bytes; core gets them as arguments. */
@Injectable()
export class Randomness {
  bytes(count: number): Uint8Array {
    return new Uint8Array(randomBytes(count));
  }

  hex(count: number): string {
    return randomBytes(count).toString('hex');
  }

  /** A code people can read aloud, such as `R-7KQ4-92MD`. Random, so that it tells nothing about numbers. */
  code(prefix: string): string {
    const letters = Array.from({ length: 8 }, () => READABLE.charAt(randomInt(READABLE.length)));
    return `${prefix}-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  }
}
