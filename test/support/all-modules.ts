import type { DynamicModule, Type } from '@nestjs/common';

/** Every server lib: what the api boots, without HTTP. */
export const ALL_MODULES: readonly (Type | DynamicModule)[] = [];
