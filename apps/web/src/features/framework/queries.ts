import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** Every framework that has suppliers. */
export const frameworks = queryOptions({
  queryKey: ['frameworks'],
  queryFn: () => bodyOf(api.GET('/api/public/frameworks')),
});

/** One framework, as the reader sees it. */
export function framework(id: string) {
  return queryOptions({
    queryKey: ['frameworks', id],
    queryFn: () => bodyOf(api.GET('/api/public/frameworks/{id}', { params: { path: { id } } })),
  });
}

/** The latest orders of a framework. */
export function frameworkOrders(id: string) {
  return queryOptions({
    queryKey: ['frameworks', id, 'orders'],
    queryFn: () =>
      bodyOf(api.GET('/api/public/frameworks/{id}/orders', { params: { path: { id } } })),
  });
}

/** The latest competitions of a framework. */
export function frameworkCalls(id: string) {
  return queryOptions({
    queryKey: ['frameworks', id, 'calls'],
    queryFn: () =>
      bodyOf(api.GET('/api/public/frameworks/{id}/quote-calls', { params: { path: { id } } })),
  });
}

/** The agreement of a supplier in words. */
export function agreement(supplierId: string) {
  return queryOptions({
    queryKey: ['frameworks', 'agreement', supplierId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/public/framework-suppliers/{id}/agreement', {
          params: { path: { id: supplierId } },
        }),
      ),
  });
}

/** The orders one placed or was given. */
export const ownOrders = queryOptions({
  queryKey: ['orders', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/orders')),
});

/** The competitions one called or is asked in. */
export const ownCalls = queryOptions({
  queryKey: ['quote-calls', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/quote-calls')),
});

/** The terms of a draft. */
export function draftTerms(tenderId: string) {
  return queryOptions({
    queryKey: ['tenders', tenderId, 'framework'],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/framework', { params: { path: { id: tenderId } } })),
  });
}
