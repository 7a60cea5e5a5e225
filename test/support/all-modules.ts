import type { DynamicModule, Type } from '@nestjs/common';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { ProjectModule } from '@server/project';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';

/** Every server lib: what the api boots, without HTTP. */
export const ALL_MODULES: readonly (Type | DynamicModule)[] = [
  IdentityModule,
  LedgerModule,
  EnterpriseModule,
  ProjectModule,
  TenderModule,
  SignUpModule,
];
