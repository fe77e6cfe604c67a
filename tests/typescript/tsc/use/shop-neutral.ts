import { configure } from './client/index.js';
import { chat, streamNotifications } from './client/live.api.js';
import { getUser, listUsers, Role, type User } from './client/users.api.js';

const user: User = await getUser(1);
user.role satisfies Role;
(await listUsers('q', { page: 1 })).items satisfies User[];
streamNotifications(1, { on_: true, on: { notification: (n) => n.level satisfies -1 | 1 } });
chat.stream({ prompt: 'x' });
configure({ baseUrl: 'http://127.0.0.1:8000' });
