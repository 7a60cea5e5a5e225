import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError } from '@server/platform';

interface FieldFault {
  readonly path: string;
  readonly code: string;
}

function flatten(errors: readonly ValidationError[], prefix = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((code) => ({ path, code }));
    return [...own, ...flatten(error.children ?? [], path)];
  });
}

/** Checks request bodies and queries against their DTOs; every fault at once, as codes, never prose. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) =>
      new DomainError('request.invalid', {}, undefined, flatten(errors)),
  });
}
