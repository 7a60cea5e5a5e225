import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import type { ContractorPool, PoolMember } from '@server/contractor-pool';
import type { Enterprise } from '@server/enterprise';
import { instantOrNull } from '../http/views';

const MEMBER_STATES = ['applied', 'admitted', 'suspended', 'removed'] as const;

/** A firm of a pool. */
export class PoolMemberView {
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() creditCode!: string;
  @ApiProperty({ enum: MEMBER_STATES }) state!: string;
  @ApiProperty() appliedAt!: string;
  @ApiProperty({ type: String, nullable: true }) admittedAt!: string | null;

  static of(this: void, row: PoolMember, firm: Enterprise | undefined): PoolMemberView {
    const { enterpriseId, state } = row;
    return {
      enterpriseId,
      state,
      name: firm?.name ?? '',
      creditCode: firm?.creditCode ?? '',
      appliedAt: formatInstant(row.appliedAt),
      admittedAt: instantOrNull(row.admittedAt),
    };
  }
}

/** A pool and its admitted members, for everybody. */
export class PoolView {
  @ApiProperty() id!: string;
  @ApiProperty() trade!: string;
  @ApiProperty() name!: string;
  @ApiProperty() notice!: string;
  @ApiProperty() openedAt!: string;
  @ApiProperty({ type: [PoolMemberView] }) members!: PoolMemberView[];

  static of(this: void, row: ContractorPool, members: PoolMemberView[]): PoolView {
    const { id, trade, name, notice } = row;
    return { id, trade, name, notice, members, openedAt: formatInstant(row.openedAt) };
  }
}

/** The caller's own standing in a pool. */
export class PoolMembershipView {
  @ApiProperty() poolId!: string;
  @ApiProperty({ enum: MEMBER_STATES }) state!: string;
  @ApiProperty() appliedAt!: string;
  @ApiProperty({ type: String, nullable: true }) admittedAt!: string | null;

  static of(this: void, row: PoolMember): PoolMembershipView {
    const { poolId, state } = row;
    return {
      poolId,
      state,
      appliedAt: formatInstant(row.appliedAt),
      admittedAt: instantOrNull(row.admittedAt),
    };
  }
}
