import { takesSealedBids } from '@core/tender';
import type {
  Bid,
  ContractLine,
  PanelLetter,
  ReceivedInvitation,
  SignUp,
} from '../../shared/api/wire';

/** What a bidder has before it: something to do, or (`in`) nothing more than a deadline to keep in mind. */
export type StepKind = 'clarification' | 'bid' | 'in' | 'open' | 'letter' | 'contract';

/** One thing a bidder has next. */
export interface NextStep {
  readonly kind: StepKind;
  /** The tender it is about, or the contract. */
  readonly id: string;
  readonly title: string;
  /** Until when, as it came over the wire; null: no clock runs. */
  readonly until: string | null;
}

/** A tender the firm takes part in, or was asked to. */
export type Joined = Pick<NonNullable<SignUp['tender']>, 'id' | 'title' | 'state' | 'method'> & {
  readonly deadline: string | null;
};

/** What is known of everything a bidder takes part in. */
export interface BidderFacts {
  readonly tenders: readonly Joined[];
  readonly bids: readonly Pick<Bid, 'tenderId' | 'state'>[];
  /** By tender: how many clarifications the firm has not seen, and until when its hall waits for its key. */
  readonly unseen: ReadonlyMap<string, number>;
  readonly windows: ReadonlyMap<string, string>;
  readonly letters: readonly Pick<PanelLetter, 'tenderId' | 'answer' | 'dueAt'>[];
  readonly contracts: readonly Pick<ContractLine, 'id' | 'tenderTitle' | 'waits'>[];
}

/** Every tender that was signed up for or to which an invitation came, once. */
export function joinedTenders(
  signUps: readonly SignUp[],
  invitations: readonly ReceivedInvitation[],
): readonly Joined[] {
  const joined = new Map<string, Joined>();
  for (const { tenderId: id, title, deadline } of invitations) {
    joined.set(id, { id, title, deadline, state: 'published', method: 'invited_tender' });
  }
  for (const { tender, withdrawnAt } of signUps) {
    if (withdrawnAt === null && tender !== null) joined.set(tender.id, tender);
  }
  return [...joined.values()];
}

function ofTender(facts: BidderFacts, { id, title, state, method, deadline }: Joined): NextStep[] {
  const has = facts.bids.some((one) => one.tenderId === id && one.state === 'submitted');
  if (state === 'published') {
    if ((facts.unseen.get(id) ?? 0) > 0) {
      return [{ kind: 'clarification', id, title, until: deadline }];
    }
    const kind = has || !takesSealedBids(method) ? 'in' : 'bid';
    return [{ kind, id, title, until: deadline }];
  }
  const window = facts.windows.get(id);
  return state === 'opening' && has && window !== undefined
    ? [{ kind: 'open', id, title, until: window }]
    : [];
}

/** What a bidder has next: what its key opens first, then by the clock, then what has none. `now`: milliseconds. */
export function nextSteps(facts: BidderFacts, now: number): readonly NextStep[] {
  const titles = new Map(facts.tenders.map(({ id, title }) => [id, title]));
  const letters = facts.letters
    .filter(({ answer }) => answer === null)
    .map(({ tenderId: id, dueAt }): NextStep => ({
      kind: 'letter',
      id,
      title: titles.get(id) ?? '',
      until: dueAt,
    }));
  const contracts = facts.contracts
    .filter(({ waits }) => waits)
    .map(({ id, tenderTitle: title }): NextStep => ({ kind: 'contract', id, title, until: null }));
  const steps = facts.tenders
    .flatMap((one) => ofTender(facts, one))
    .filter(({ until }) => until === null || Date.parse(until) > now);
  const at = ({ kind, until }: NextStep): number =>
    kind === 'open' ? 0 : until === null ? Infinity : Date.parse(until);
  return [...steps, ...letters, ...contracts].sort((one, other) => {
    const [mine, theirs] = [at(one), at(other)];
    return mine === theirs ? 0 : mine - theirs;
  });
}
