import type { OrganisationKind, Role } from './roles';

/** Who does something, on whose behalf, and from where: goes with each command and into the ledger. */
export interface Actor {
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly role: Role;
  /** Network address of the request (Electronic Tendering Measures art. 49); null for the platform's own acts. */
  readonly from: string | null;
}

/** The platform itself, when time alone makes something happen. */
export const PLATFORM_ACTOR: Actor = {
  personId: 'platform',
  organisationId: 'platform',
  organisationKind: 'centre',
  role: 'system_admin',
  from: null,
};
