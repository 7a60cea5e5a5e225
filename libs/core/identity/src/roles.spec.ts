import { checkPassword, conflictingRole, lockMinutes } from './index';
import { grants, PERMISSIONS, permissionsOf } from './permissions';
import { INCOMPATIBLE_ROLES, ROLES } from './roles';

describe('separation of duties', () => {
  it('is symmetric, and never forbids a role beside itself', () => {
    for (const [one, other] of INCOMPATIBLE_ROLES) {
      expect(conflictingRole([one], other)).toBe(one);
      expect(conflictingRole([other], one)).toBe(other);
      expect(one).not.toBe(other);
    }
  });

  it('keeps the key of experts apart from tenderers and hosts', () => {
    expect(conflictingRole(['tenderer'], 'draw_operator')).toBe('tenderer');
    expect(conflictingRole(['registrar'], 'host')).toBeNull();
  });

  it('gives administrators no business permission', () => {
    const business = /^(bid|draw|panel|opening|evaluation|award|tender|sign_up)\./;
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) {
      expect(permissionsOf(role).filter((permission) => business.test(permission))).toEqual([]);
    }
  });

  it('grants each permission to somebody and each role something', () => {
    for (const permission of PERMISSIONS) {
      expect(ROLES.some((role) => grants(role, permission))).toBe(true);
    }
    for (const role of ROLES) expect(permissionsOf(role).length).toBeGreaterThan(1);
  });
});

describe('passwords', () => {
  it.each(['short1', 'aaaaaaaaaaaa', 'tenderer-2026'])('refuses %s', (password) => {
    expect(checkPassword(password, 'tenderer').ok).toBe(false);
  });

  it('accepts a sentence', () => {
    expect(checkPassword('阳光下的每一次抽取都能重算', 'tenderer').ok).toBe(true);
  });

  it('locks longer and longer, a day at most', () => {
    expect([4, 5, 9, 10, 15, 200].map(lockMinutes)).toEqual([0, 15, 15, 30, 60, 1440]);
  });
});
