import { ApiError, configure, type ApiResult, type FluidTypes } from './src/lib/api/index.js';
import { get_user as get_both, update_user, type ModelsUser } from './src/lib/api/admin/users.api.js';
import { download_file, put_file, upload_files } from './src/lib/api/files.api.js';
import { chat, stream_analytics_data, stream_logs, stream_notifications, watch } from './src/lib/api/live.api.js';
import {
	create_user,
	delete_,
	get_user,
	list_users,
	Role,
	search_users_get_users_search,
	set_avatar,
	type Page,
	type User,
	type UserInput
} from './src/lib/api/users.api.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(..._: Equal<A, B> extends true ? [] : [never]): void {}

const user = await get_user(1, { signal: new AbortController().signal });
same<typeof user, User>();
same<User, ModelsUser>();
same<Role, 'admin' | 'guest'>();
same<User['rights'], { [K in Role]?: boolean }>();
same<User['createdAt'], FluidTypes.DateTime>();
same<User['quota'], number | null>();
Role.admin satisfies Role;

const result = await get_user(1).result();
if (result.success) same<typeof result.data, User>();
else if (result.status === 404) same<typeof result.error.detail, { missing: number }>();
else if (result.status === 422) result.error satisfies ApiError;
result satisfies ApiResult<User, { 404: unknown; 422: unknown }>;

const page: Page<User> = await list_users('q', { page: 2, tag: ['a'], timeout: 1000 });
page.items[0]?.avatar?.type satisfies 'circle' | 'path' | undefined;
list_users.url('q', { page: undefined, baseUrl: 'http://x' }) satisfies string;
const input: UserInput = { name: 'x', balance: 1 };
(await create_user(input)).id satisfies number;
same<Awaited<ReturnType<typeof delete_>>, undefined>();
await set_avatar(1, new Blob(), { caption: 'x' });
await search_users_get_users_search({ 'created-since': '2026-01-31T12:00:00Z' });

const [both, admin] = await get_both('3fa85f64-5717-4562-b3fc-2c963f66afa6');
both.name satisfies string;
admin.email satisfies FluidTypes.Email;
await update_user('x', { email: null }, 'why', { session: 'x', timeout_: 1 });

(await download_file('a/b.pdf')).name satisfies string;
(await put_file('a', new Blob())).status satisfies number;
(await upload_files([new Blob()], { title: 'x' })) satisfies string;
download_file.url('a/b.pdf') satisfies string;

const connection = stream_notifications(1, {
	on_: true,
	onMessage: (event) => JSON.parse(event.data),
	on: { notification: (n) => n.message },
	onError: (error) => console.log(error)
});
connection.close();
for await (const event of stream_notifications(1)) {
	if (event.type === 'notification') event.json.message satisfies string;
}
for await (const record of stream_analytics_data()) record satisfies { [key: string]: number };
stream_analytics_data({ onChunk: (record) => record['x'], onComplete: () => {} });
for await (const line of stream_logs().lines()) line satisfies string;
watch({ onMessage: (event) => event.data });
(await chat({ prompt: 'x' })).message satisfies string;
chat.stream({ prompt: 'x' }, { on: { token: (t) => t.text } });

configure({ headers: () => ({ authorization: 'x' }) });

// @ts-expect-error a required argument is missing
get_user();
// @ts-expect-error POST has no URL
create_user.url(input);
// @ts-expect-error what is received is not what is sent
create_user({ name: 1 });
// @ts-expect-error a computed field cannot be written
user.label = 'x';
// @ts-expect-error no such role
user.role = 'root';
// @ts-expect-error constants do not change
Role.admin = 'guest';
