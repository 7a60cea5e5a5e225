import { DAY, fen, formatInstant, type Instant } from '@core/kernel';
import type { JsonObject } from './json';
import { noticeDocument, period, value } from './parts';
import type { ContractFacts, NoticeFacts, ProcessFacts } from './process';

/** The tag of a release that a notice about a contract is (codelist releaseTag). */
const TAGS: Readonly<Record<string, string>> = {
  contract_notice: 'contract',
  contract_change_notice: 'contractAmendment',
  acceptance_notice: 'contractTermination',
};

/** What changed a contract until a moment, the moment included. */
function changesUntil({ changes }: ContractFacts, at: Instant): ContractFacts['changes'] {
  return changes.filter(({ agreedAt }) => agreedAt <= at);
}

function paidUntil({ payments }: ContractFacts, at: Instant): readonly JsonObject[] {
  return payments
    .filter(({ paidAt }) => paidAt <= at)
    .map((one) => ({ id: one.id, date: formatInstant(one.paidAt), value: value(one.sum) ?? {} }));
}

/**
 * What a notice about a contract says: the contract as it stands then, its amendments, and what has been paid under it.
 * Accepted works end the contract (status `terminated`, as the standard calls one that is completed).
 */
export function contracted(
  facts: ProcessFacts,
  notice: NoticeFacts,
): { readonly tag: string; readonly body: Readonly<Record<string, unknown>> } {
  const contract = facts.contracts.find(({ lot }) => lot === (notice.lot ?? 1));
  const at = notice.publishedAt;
  if (!contract) {
    const documents = [noticeDocument(notice)];
    return { tag: 'tenderUpdate', body: { tender: { id: facts.tender.code, documents } } };
  }
  const { lot, number, price, durationDays, signedAt, acceptedAt } = contract;
  const changes = changesUntil(contract, at);
  const total = changes.reduce((sum, { priceBy }) => sum + priceBy, Number(price));
  const isOver = notice.kind === 'acceptance_notice' && acceptedAt !== null;
  return {
    tag: TAGS[notice.kind] ?? 'contractUpdate',
    body: {
      contracts: [
        {
          id: number,
          awardID: `${facts.tender.code}-${lot}`,
          title: notice.title,
          status: isOver ? 'terminated' : 'active',
          dateSigned: formatInstant(signedAt),
          value: value(fen(total)),
          period: {
            ...period(signedAt, signedAt + durationDays * DAY),
            durationInDays: durationDays,
          },
          amendments: changes.map(({ id, reason, agreedAt }) => ({
            id,
            date: formatInstant(agreedAt),
            description: reason,
          })),
          implementation: { transactions: paidUntil(contract, at) },
          documents: [noticeDocument(notice)],
        },
      ],
    },
  };
}
