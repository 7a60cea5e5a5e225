import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

const path = (id: string) => ({ params: { path: { id } } });

/** Answered questions, without their askers. */
export function answeredQuestions(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'questions', tenderId],
    queryFn: () => bodyOf(api.GET('/api/public/tenders/{id}/questions', path(tenderId))),
  });
}

/** What was clarified, by number. */
export function clarifications(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'clarifications', tenderId],
    queryFn: () => bodyOf(api.GET('/api/public/tenders/{id}/clarifications', path(tenderId))),
  });
}

/** Every question to the tenderer's own tender. */
export function ownQuestions(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', 'questions', tenderId],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/questions', path(tenderId))),
  });
}

/** What this bidder has not seen yet. */
export function unseenClarifications(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', 'unseen', tenderId],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/clarifications/unseen', path(tenderId))),
  });
}

/** What a clarification now would do to the deadline. */
export function clarificationAdvice(tenderId: string, affectsPreparation: boolean) {
  return queryOptions({
    queryKey: ['tender', 'clarification-advice', tenderId, affectsPreparation],
    queryFn: () =>
      bodyOf(
        api.GET('/api/tenders/{id}/clarifications/advice', {
          params: {
            path: { id: tenderId },
            query: { affectsPreparation: affectsPreparation ? 'true' : 'false' },
          },
        }),
      ),
    staleTime: 0,
  });
}
