import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EXPERT_ENTITIES } from './expert.entity';
import { Experts } from './experts';
import { ExpertPool } from './experts.store';

const FACE = [Experts, ExpertPool];

/** The pool of experts. */
@Module({
  imports: [TypeOrmModule.forFeature(EXPERT_ENTITIES)],
  providers: FACE,
  exports: FACE,
})
export class ExpertModule {}
