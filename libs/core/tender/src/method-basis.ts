import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import type { Method } from '@core/rules';

interface Paper {
  /** Number of the document the method rests on. */
  readonly documentNumber: string;
  readonly fileId: string;
  /** Fingerprint of the paper (SHA-256, hexadecimal). */
  readonly sha256: string;
}

/** What a lottery rests on: the local rule, and the conclusion of its fair competition review (公平竞争审查结论). */
export interface LotteryBasis extends Paper {
  readonly method: 'lottery';
  readonly fairCompetitionReview: string;
}

/** What an invitation rests on: the condition of the law under which it is open, as it was found to be met. */
export interface InvitationBasis extends Paper {
  readonly method: 'invited_tender';
  readonly condition: string;
}

/** What a framework agreement rests on: which of the grounds of the law it is for, and its plan as filed or approved. */
export interface FrameworkBasis extends Paper {
  readonly method: 'framework_agreement';
  readonly condition: string;
}

/** What any other way rests on where the place's own document wants somebody to have decided it: the minutes. */
export interface DecisionBasis extends Paper {
  readonly method: Exclude<Method, 'lottery' | 'invited_tender' | 'framework_agreement'>;
}

/** The recorded basis of a method that may need one; each method has its own, and none serves another. */
export type MethodBasis = LotteryBasis | InvitationBasis | FrameworkBasis | DecisionBasis;

/** A basis as it is sent, before it is known to fit its method. */
export interface GivenBasis {
  readonly documentNumber: string;
  readonly fairCompetitionReview: string | null;
  readonly condition: string | null;
  readonly fileId: string;
}

/** Why what was sent is no basis of the method. */
export type BasisRefusal = Refusal<'tender.basis_invalid'>;

const said = (text: string | null): string => text?.trim() ?? '';

/**
 * The basis of `method` out of what was sent, with the paper's fingerprint. Refuses what belongs to another method, and what
 * lacks the part its own method rests on; `reason` is `method`, `document`, `review` or `condition`.
 */
export function basisFor(
  method: Method,
  given: GivenBasis,
  sha256: string,
): Result<MethodBasis, BasisRefusal> {
  const no = (reason: string): Result<MethodBasis, BasisRefusal> =>
    refuse('tender.basis_invalid', { reason });
  const documentNumber = said(given.documentNumber);
  const [review, condition] = [said(given.fairCompetitionReview), said(given.condition)];
  const paper = { documentNumber, fileId: given.fileId, sha256 };
  if (documentNumber === '') return no('document');
  if (method === 'lottery') {
    if (review === '') return no('review');
    return condition === ''
      ? accept({ ...paper, method, fairCompetitionReview: review })
      : no('method');
  }
  if (method === 'invited_tender' || method === 'framework_agreement') {
    if (condition === '') return no('condition');
    return review === '' ? accept({ ...paper, method, condition }) : no('method');
  }
  return review === '' && condition === '' ? accept({ ...paper, method }) : no('method');
}
