import { ask } from '../../../lib/asking';

export const load = async ({ data, fetch }) => ({ ...data, universal: await ask({ fetch }) });
