import { ROLES, type Role } from '@core/identity';
import {
  isBundleOpen,
  isOpened,
  mayDisclose,
  relationsFor,
  AWARDED_STATES,
  TENDER_STATES,
  type TenderState,
} from './index';

describe('disclosure', () => {
  const from = (type: string, scope = 't', isBlind = false): TenderState[] =>
    TENDER_STATES.filter((state) =>
      mayDisclose(
        { type, scope },
        { tenderId: 't', state, bidScopes: new Set(['t/bid/b']), isBlind },
      ),
    );
  const all = ['opening', 'evaluation', 'publicity', ...AWARDED_STATES, 'failed', 'terminated'];

  it('follows the secrecy table', () => {
    expect(TENDER_STATES.filter(isBundleOpen)).toEqual(all);
    expect(TENDER_STATES.filter(isOpened)).toEqual(all.slice(0, -1));
    expect(from('tender.published')).toEqual(all);
    expect(from('bid.submitted', 't/bid/b')).toEqual(all);
    expect(from('opening.key')).toEqual(all.slice(1));
    // Who opens a bid knows whose it is: in a blind review not before the scores are public.
    expect(from('opening.key', 't', true)).toEqual(all.slice(2));
    expect(from('evaluation.reported')).toEqual(all.slice(2));
    expect(from('draw.excluded', 't/internal')).toEqual([]);
    expect(from('bid.submitted', 't/bid/withdrawn')).toEqual([]);
    expect(from('sign_up.made', 'platform')).toEqual([]);
  });
});

describe('relations between firms of a lot', () => {
  const tender = { tendererId: 'town', agencyId: 'agency' };
  const told = (role: Role, organisationId: string) =>
    relationsFor({ role, organisationId }, tender);

  it('tell tenderer and supervisor of who signed up, agency and panel of who bid', () => {
    expect(told('tenderer', 'town')).toBe('signed_up');
    expect(told('supervisor', 'bureau')).toBe('signed_up');
    expect(told('tenderer', 'agency')).toBe('bidders');
    expect(relationsFor('panel', tender)).toBe('bidders');
  });

  it.each(ROLES.filter((role) => role !== 'supervisor'))(
    'tell nobody else anything, acting as %s',
    (role) => {
      expect(told(role, 'somebody')).toBeNull();
      if (role !== 'tenderer') expect(told(role, 'town')).toBeNull();
    },
  );
});
