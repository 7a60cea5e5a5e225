import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Background } from './background';
import { Chores } from './chores';
import { Arrival, LegalClock, SystemClock } from './clock/clock';
import { ClockStore } from './clock/clock-store';
import { Config } from './config/config';
import { Counters } from './counters';
import { dataSourceOptions } from './database/data-source';
import { Reads } from './database/reads';
import { UnitOfWork } from './database/unit-of-work';
import { Deadlines } from './deadlines/deadlines';
import { FileStore } from './files/file-store';
import { Uploads } from './files/uploads';
import { VirusScanner } from './files/virus-scanner';
import { Idempotency } from './idempotency';
import { Ids, Randomness } from './ids';
import { Leases } from './lease';
import { Logger } from './logger';
import { Outbox } from './outbox/outbox';
import { PLATFORM_ENTITIES } from './platform.entity';
import { Retention } from './retention';
import { KeptSetStore } from './rules/kept-sets.store';
import { RuleSets } from './rules/rule-sets';
import { NotifierBox } from './secrets/notifier-box';
import { PersonalCipher } from './secrets/personal-cipher';

const PROVIDERS = [
  SystemClock,
  LegalClock,
  Arrival,
  ClockStore,
  Ids,
  Randomness,
  Logger,
  UnitOfWork,
  Reads,
  Leases,
  Counters,
  Outbox,
  Deadlines,
  FileStore,
  Uploads,
  VirusScanner,
  Idempotency,
  Background,
  KeptSetStore,
  RuleSets,
  Retention,
  NotifierBox,
  Chores,
];

/** What every capability stands on; global, so that the other modules need not import it. */
@Global()
@Module({})
export class PlatformModule {
  /** The platform of a process with these settings. Runs the migrations before anything else starts. */
  static with(config: Config): DynamicModule {
    PersonalCipher.install(new PersonalCipher(config.settings.PERSONAL_KEY));
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: async () => ({
            ...(await dataSourceOptions(config)),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
          dataSourceFactory: async (options) => {
            if (!options) throw new Error('no database options');
            const dataSource = await new DataSource(options).initialize();
            await dataSource.runMigrations();
            return dataSource;
          },
        }),
        TypeOrmModule.forFeature(PLATFORM_ENTITIES),
      ],
      providers: [{ provide: Config, useValue: config }, ...PROVIDERS],
      exports: [Config, ...PROVIDERS],
    };
  }
}
