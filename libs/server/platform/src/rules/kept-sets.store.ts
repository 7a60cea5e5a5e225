import { Injectable } from '@nestjs/common';
import { ruleSetOf, wholeOf, type RuleSet } from '@core/rules';
import { violates } from '../database/transient';
import { UnitOfWork } from '../database/unit-of-work';
import { KeptRuleRow, KeptSetRow } from '../platform.entity';

/** What the database holds of rule sets: those whose text it has, and the ids of those whose hash alone is known. */
export interface KeptSets {
  readonly sets: readonly RuleSet[];
  /** Hash → id of sets in use before texts were kept. */
  readonly textless: ReadonlyMap<string, string>;
}

/**
 * Every rule set this installation has ever used, by its hash. A set once written is never changed nor removed; what is
 * read is held against its hash.
 */
@Injectable()
export class KeptSetStore {
  constructor(private readonly unit: UnitOfWork) {}

  /** Everything that is kept. Throws where a kept set is not what its hash says. */
  async load(): Promise<KeptSets> {
    return this.unit.run(async () => {
      const heads = await this.unit.manager.find(KeptSetRow);
      const sets: RuleSet[] = [];
      const textless = new Map<string, string>();
      for (const { hash, setId, head } of heads) {
        if (head === null) textless.set(hash, setId);
        else sets.push(await this.whole(hash, head));
      }
      return { sets, textless };
    });
  }

  /** Writes a set, unless it is there. */
  async keep(set: RuleSet): Promise<void> {
    try {
      await this.unit.run(() => this.write(set));
    } catch (error) {
      // Another process of this installation starts at the same moment with the same set.
      if (!violates(error, 'PRIMARY', 'rule_set', ['hash'])) throw error;
    }
  }

  private async write(set: RuleSet): Promise<void> {
    const { manager } = this.unit;
    const { hash } = set;
    const known = await manager.findOne(KeptSetRow, { where: { hash } });
    if (known !== null && known.head !== null) return;
    const { rules, ...head } = wholeOf(set);
    if (known === null) await manager.insert(KeptSetRow, { hash, setId: set.id, head });
    else await manager.update(KeptSetRow, { hash }, { head });
    const rows = rules.map((rule, position) => ({
      id: `${hash}:${position}`,
      setHash: hash,
      position,
      rule,
    }));
    await manager.insert(KeptRuleRow, rows);
  }

  private async whole(setHash: string, head: NonNullable<KeptSetRow['head']>): Promise<RuleSet> {
    const rows = await this.unit.manager.find(KeptRuleRow, {
      where: { setHash },
      order: { position: 'ASC' },
    });
    const set = ruleSetOf({ ...head, rules: rows.map(({ rule }) => rule) });
    if (set.hash !== setHash) {
      throw new Error(
        `the kept rule set ${head.id} ${setHash} has been changed: it is ${set.hash}`,
      );
    }
    return set;
  }
}
