/** The roles a person can hold in an organisation (docs/glossary.md gives their Chinese names). */
export const ROLES = [
  'bidder',
  'tenderer',
  'registrar',
  'host',
  'draw_operator',
  'finance',
  'system_admin',
  'security_admin',
  'audit_admin',
  'expert',
  'supervisor',
  'citizen',
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** The kinds of organisation people act for. */
export const ORGANISATION_KINDS = [
  'county',
  'township',
  'village',
  'centre',
  'township_centre',
  'authority',
  'tenderer',
  'agency',
  'enterprise',
  'expert_pool',
  'public',
] as const;

/** One of {@link ORGANISATION_KINDS}. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Roles that must prove a second factor (TOTP) before they may act (blueprint 5.1). */
const SECOND_FACTOR: ReadonlySet<Role> = new Set<Role>([
  'registrar',
  'host',
  'draw_operator',
  'finance',
  'system_admin',
  'security_admin',
  'audit_admin',
  'expert',
  'supervisor',
]);

/** Whether a role needs a second factor. */
export function needsSecondFactor(role: Role): boolean {
  return SECOND_FACTOR.has(role);
}

/**
 * Roles one person must not hold together (separation of duties, rules.md §10.1): who draws experts is neither
 * tenderer nor the one who hosts; who supervises does not operate; the three administrators check one another.
 */
export const INCOMPATIBLE_ROLES: readonly (readonly [Role, Role])[] = [
  ['draw_operator', 'tenderer'],
  ['draw_operator', 'host'],
  ['draw_operator', 'expert'],
  ['finance', 'tenderer'],
  ['finance', 'host'],
  ['supervisor', 'registrar'],
  ['supervisor', 'host'],
  ['supervisor', 'draw_operator'],
  ['supervisor', 'finance'],
  ['supervisor', 'tenderer'],
  ['supervisor', 'bidder'],
  ['supervisor', 'expert'],
  ['bidder', 'registrar'],
  ['bidder', 'host'],
  ['bidder', 'draw_operator'],
  ['bidder', 'finance'],
  ['bidder', 'tenderer'],
  ['bidder', 'expert'],
  ['system_admin', 'security_admin'],
  ['system_admin', 'audit_admin'],
  ['security_admin', 'audit_admin'],
];

/** The first role among `held` that may not stand beside `wanted`, or null. */
export function conflictingRole(held: readonly Role[], wanted: Role): Role | null {
  for (const [one, other] of INCOMPATIBLE_ROLES) {
    if (one === wanted && held.includes(other)) return other;
    if (other === wanted && held.includes(one)) return one;
  }
  return null;
}

const KIND_OF_ROLE: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  bidder: ['enterprise'],
  tenderer: ['tenderer', 'agency', 'township', 'village'],
  registrar: ['centre', 'township_centre'],
  host: ['centre', 'township_centre'],
  draw_operator: ['centre', 'township_centre'],
  finance: ['centre', 'township_centre'],
  system_admin: ['centre'],
  security_admin: ['centre'],
  audit_admin: ['centre'],
  expert: ['expert_pool'],
  supervisor: ['authority'],
  citizen: ['public'],
};

/** Whether a role can be held in an organisation of this kind. */
export function roleFits(role: Role, kind: OrganisationKind): boolean {
  return KIND_OF_ROLE[role].includes(kind);
}
