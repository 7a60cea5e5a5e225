import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '@server/ledger';
import { PROJECT_ENTITIES } from './project.entity';
import { Projects } from './projects.store';
import { CalendarModule } from '@server/calendar';
import { RegisterProject } from './register-project';

const FACE = [Projects, RegisterProject];

/** Projects on their way to a tender. */
@Module({
  imports: [CalendarModule, TypeOrmModule.forFeature(PROJECT_ENTITIES), LedgerModule],
  providers: FACE,
  exports: FACE,
})
export class ProjectModule {}
