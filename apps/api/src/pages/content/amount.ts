import { formatYuan, type Fen } from '@core/kernel';
import type { Words } from '../frame/words';

/** An amount of fen as read by people; `none` where there is no amount. */
export function yuan(words: Words, fen: Fen | string | null, none = words.none): string {
  return fen === null ? none : `${formatYuan(Number(fen) as Fen)} ${words.yuan}`;
}
