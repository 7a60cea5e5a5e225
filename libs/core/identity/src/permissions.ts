import { ROLES, type Role } from './roles';

/**
 * What a route may need. A permission opens the door of the route; whether this actor may touch this object is
 * decided by core again, after the row is locked.
 */
const GRANTS = {
  'account.manage': ROLES,
  'upload.make': ['bidder', 'tenderer', 'registrar', 'host', 'supervisor', 'expert'],
  'enterprise.edit': ['bidder'],
  'enterprise.verify': ['registrar'],
  'enterprise.read': ['bidder', 'registrar', 'supervisor'],
  'enterprise.inquire': ['bidder', 'registrar'],
  'enterprise.import': ['registrar'],
  'enterprise.suspend': ['supervisor'],
  'credit.record': ['supervisor'],
  'project.edit': ['tenderer'],
  'project.register': ['registrar'],
  'project.read': ['tenderer', 'registrar', 'host', 'draw_operator', 'supervisor'],
  'procedure.keep': ['registrar'],
  'tender.edit': ['tenderer'],
  'tender.read': ['tenderer', 'registrar', 'host', 'draw_operator', 'finance', 'supervisor'],
  'document.take': ROLES,
  'sign_up.make': ['bidder'],
  'sign_up.read': ['tenderer', 'host', 'supervisor'],
  'bid.submit': ['bidder'],
  'bid_security.give': ['bidder'],
  'bid_security.keep': ['finance'],
  'bid_security.read': ['tenderer', 'supervisor'],
  'deposit_terms.keep': ['system_admin'],
  'draw.operate': ['draw_operator'],
  'draw.bring_round': ['draw_operator', 'supervisor', 'tenderer'],
  'draw.contribute': ['tenderer', 'supervisor'],
  'key.hold': ['tenderer', 'host', 'supervisor'],
  'panel.request': ['tenderer'],
  'panel.operate': ['draw_operator'],
  'panel.serve': ['expert'],
  'opening.host': ['host', 'tenderer'],
  'opening.attend': ['bidder', 'tenderer', 'host', 'supervisor', 'citizen'],
  'evaluation.judge': ['expert'],
  'evaluation.read': ['expert', 'tenderer', 'supervisor'],
  'panel_letter.read': ['bidder', 'expert', 'supervisor'],
  'award.decide': ['tenderer'],
  'award.read': ['tenderer', 'bidder', 'host', 'supervisor'],
  'complaint.file': ['bidder'],
  'complaint.decide': ['supervisor'],
  'complaint.read': ['bidder', 'tenderer', 'supervisor'],
  'contract.write': ['tenderer'],
  'contract.sign': ['tenderer', 'bidder'],
  'contract.read': ['tenderer', 'bidder', 'supervisor'],
  'pool.apply': ['bidder'],
  'pool.admit': ['registrar'],
  'pool.read': ['registrar', 'supervisor'],
  'pool.supervise': ['supervisor'],
  'expert_pool.apply': ['expert'],
  'expert_pool.keep': ['registrar'],
  'expert_pool.read': ['expert', 'registrar', 'supervisor'],
  'expert_pool.watch': ['registrar', 'supervisor'],
  'expert_pool.supervise': ['supervisor'],
  'expert_pool.assess': ['tenderer', 'registrar'],
  'expert_pool.object': ['bidder', 'tenderer', 'citizen', 'supervisor', 'expert'],
  'framework.read': ['tenderer', 'bidder', 'supervisor'],
  'framework.buy': ['tenderer'],
  'framework.supply': ['bidder'],
  'lottery.operate': ['draw_operator'],
  'lottery.request': ['tenderer'],
  'organisation.read': ['system_admin', 'security_admin', 'audit_admin'],
  'organisation.manage': ['system_admin'],
  'calendar.edit': ['system_admin'],
  'delivery.read': ['system_admin'],
  'member.read': ['security_admin', 'audit_admin'],
  'member.manage': ['security_admin'],
  'administration.review': ['audit_admin'],
  'record.erase': ['security_admin', 'audit_admin'],
  'audit.read': ['audit_admin', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;

/** Name of a permission, `capability.verb`. */
export type Permission = keyof typeof GRANTS;

/** All permissions, for checks and for the administrators' page. */
export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

/** Whether somebody acting in `role` has `permission`. */
export function grants(role: Role, permission: Permission): boolean {
  return (GRANTS[permission] as readonly Role[]).includes(role);
}

/** The permissions of a role, in the order of the table. */
export function permissionsOf(role: Role): readonly Permission[] {
  return PERMISSIONS.filter((permission) => grants(role, permission));
}
