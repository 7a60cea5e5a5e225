import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { IdentityModule } from '@server/identity';
import { AccessGuard } from './access.guard';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { JwtStrategy } from './jwt.strategy';
import { Metrics } from './metrics';
import { ProblemFilter } from './problem.filter';
import { RangedFileInterceptor } from './ranged-file';
import { validationPipe } from './validation';

/** What is common to all routes. */
@Global()
@Module({
  imports: [IdentityModule, PassportModule, DiscoveryModule],
  providers: [
    JwtStrategy,
    Metrics,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: RangedFileInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Metrics],
})
export class HttpModule {}
