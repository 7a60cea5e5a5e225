import { DAY, fen, formatInstant, type Instant } from '@core/kernel';
import type { JsonObject } from './json';
import { awardAt, awardId, noticeDocument, period, value, type Said } from './parts';
import type { ContractFacts, NoticeFacts, ProcessFacts } from './process';

/** The tag of a release that a notice about a contract is (codelist releaseTag). */
const TAGS: Readonly<Record<string, string>> = {
  contract_notice: 'contract',
  contract_change_notice: 'contractAmendment',
  acceptance_notice: 'contractTermination',
};

/** A contract as it stood at a moment, the moment included. */
function standing(facts: ProcessFacts, contract: ContractFacts, at: Instant): JsonObject {
  const { lot, number, title, price, durationDays, signedAt, acceptedAt } = contract;
  const changes = contract.changes.filter(({ agreedAt }) => agreedAt <= at);
  const total = changes.reduce((sum, { priceBy }) => sum + priceBy, Number(price));
  const durationInDays = changes.reduce((sum, { daysBy }) => sum + daysBy, durationDays);
  const isOver = acceptedAt !== null && acceptedAt <= at;
  return {
    id: number,
    awardID: awardId(facts, lot, awardAt(facts, lot, signedAt)?.awardedAt ?? signedAt),
    title,
    status: isOver ? 'terminated' : 'active',
    dateSigned: formatInstant(signedAt),
    value: value(fen(total)),
    period: { ...period(signedAt, signedAt + durationInDays * DAY), durationInDays },
    amendments: changes.map(({ id, reason, agreedAt }) => ({
      id,
      date: formatInstant(agreedAt),
      description: reason,
    })),
    implementation: {
      transactions: contract.payments
        .filter(({ recordedAt }) => recordedAt <= at)
        .map((one) => ({ id: one.id, date: formatInstant(one.paidAt), value: value(one.sum) })),
    },
  };
}

/**
 * What a notice about a contract says: the contract as it stands then, its amendments, and what has been paid under it.
 * Accepted works end the contract (status `terminated`, as the standard calls one that is completed).
 */
export function contracted(facts: ProcessFacts, notice: NoticeFacts): Said {
  const contract = facts.contracts.find(({ lot }) => lot === (notice.lot ?? 1));
  const documents = [noticeDocument(notice)];
  if (!contract) {
    return { tag: 'tenderUpdate', body: { tender: { id: facts.tender.code, documents } } };
  }
  return {
    tag: TAGS[notice.kind] ?? 'contractUpdate',
    body: { contracts: [{ ...standing(facts, contract, notice.publishedAt), documents }] },
  };
}

/** What a payment says: the contract it was made under, with all that was paid until then. */
export function paidUnder(facts: ProcessFacts, contract: ContractFacts, recordedAt: Instant): Said {
  return {
    tag: 'implementationUpdate',
    body: { contracts: [standing(facts, contract, recordedAt)] },
  };
}
