import type { OpenedBid } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';

/** How a bid is called in the room: its bidder, its code, or in a blind review that is over both. */
export function useBidName(): (bid: Pick<OpenedBid, 'bidderName' | 'code'>) => string {
  const t = useT();
  return ({ bidderName, code }) => {
    if (code === null) return bidderName ?? '';
    const hidden = t('room.blindBid', { code });
    return bidderName === null ? hidden : `${hidden} · ${bidderName}`;
  };
}
