import { follow_orders, type Order, place_order } from '$lib/api/orders.api';
import { delete_, get_user, list_users, Role, type User } from '$lib/api/users.api';

export async function shop(): Promise<User> {
	const page = await list_users({ page: 2, named: 'Ada', role: Role.ADMIN });
	const user = await get_user(page.total);
	const photo = get_user.url(user.id);
	await delete_(user.id);
	console.log(photo, user.name, user.initials, page.items);
	return user;
}

export async function buy(order: Order): Promise<number> {
	const placed = await place_order(order);
	const street = placed.to.street;
	const prices = placed.lines.map((line) => line.price);
	const buyer = placed.placedBy.name;
	for await (const { json } of follow_orders()) console.log(json.id, street, buyer);
	return prices.length;
}
