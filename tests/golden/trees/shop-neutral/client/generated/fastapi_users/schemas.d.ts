/* eslint-disable */
// Types of fastapi_users.schemas, written by FluidKit: edits are overwritten.
import type { FluidTypes } from '../runtime/client.js';

export interface BaseUserUpdate {
	'email'?: FluidTypes.Email | null | undefined;
	'password'?: FluidTypes.Secret | undefined;
}
