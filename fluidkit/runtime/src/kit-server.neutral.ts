// Where a call goes while a page is rendered on a server, without a framework.

import { direct } from './host.js';

/** Complete what a caller wants by how a call leaves the server. */
export const located = direct;
