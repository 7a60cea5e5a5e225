import { useQueries, useQuery } from '@tanstack/react-query';
import { takesSealedBids } from '@core/tender';
import { allMyBids } from '../bid/queries';
import { unseenClarifications } from '../clarification/queries';
import { myContracts } from '../contract/queries';
import { receivedLetters } from '../evaluation/queries';
import { receivedInvitations } from '../invitation/queries';
import { openingOfTender } from '../opening/queries';
import { joinedTenders, type BidderFacts } from './next-steps';
import { mySignUps } from './queries';

/** Everything the firm takes part in, out of the pages it has for each. */
export function useBidderFacts(): BidderFacts {
  const { data: signUps = [] } = useQuery(mySignUps);
  const { data: invitations = [] } = useQuery(receivedInvitations);
  const { data: bids = [] } = useQuery(allMyBids);
  const { data: letters = [] } = useQuery(receivedLetters);
  const { data: contracts = [] } = useQuery(myContracts);
  const tenders = joinedTenders(signUps, invitations);
  const open = tenders.filter(({ state }) => state === 'published').map(({ id }) => id);
  const opening = tenders
    .filter(({ state, method }) => state === 'opening' && takesSealedBids(method))
    .map(({ id }) => id);
  const unseen = useQueries({
    queries: open.map((id) => unseenClarifications(id)),
    combine: (all) => new Map(all.map(({ data }, at) => [open[at] ?? '', data?.length ?? 0])),
  });
  const windows = useQueries({
    queries: opening.map((id) => openingOfTender(id)),
    combine: (all) =>
      new Map(
        all.flatMap(({ data }) =>
          data?.phase === 'unsealing' ? [[data.tenderId, data.windowEndsAt] as const] : [],
        ),
      ),
  });
  return { tenders, bids, unseen, windows, letters, contracts };
}
