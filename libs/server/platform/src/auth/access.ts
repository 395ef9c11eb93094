import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, Role } from './actor';

/** Who may call a route. A route without a rule is refused: forgetting one fails closed. */
export type AccessRule = { kind: 'public' } | { kind: 'staff'; roles: Role[] } | { kind: 'device' } | { kind: 'storefront' };

export const ACCESS = 'oneshelf:access';

/** Anyone, signed in or not. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies AccessRule);
/** Signed-in staff with one of the roles; none named: any staff. */
export const Staff = (...roles: Role[]) => SetMetadata(ACCESS, { kind: 'staff', roles } satisfies AccessRule);
/** An enrolled till, by its device token. */
export const Till = () => SetMetadata(ACCESS, { kind: 'device' } satisfies AccessRule);
/** A storefront, by its publishable or secret key. */
export const Storefront = () => SetMetadata(ACCESS, { kind: 'storefront' } satisfies AccessRule);

/** The actor that the guard found. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ actor: Actor }>().actor);

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type DeviceActor = Extract<Actor, { kind: 'device' }>;
export type StorefrontActor = Extract<Actor, { kind: 'api_key' }>;
