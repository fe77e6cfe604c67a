// orval wants a newer Node, for these two alone.
Map.groupBy ??= (items, key) => {
	const groups = new Map();
	let index = 0;
	for (const item of items) {
		const name = key(item, index++);
		groups.set(name, [...(groups.get(name) ?? []), item]);
	}
	return groups;
};
Object.groupBy ??= (items, key) => Object.fromEntries(Map.groupBy(items, key));
