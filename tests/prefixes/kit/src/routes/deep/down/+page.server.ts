import { ask } from '../../../lib/asking';

export const load = async () => ({ server: await ask() });
