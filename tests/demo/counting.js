// Counts the timers and the listeners that a page has; it runs before the page's own scripts.
(() => {
	const timers = new Set();
	for (const kind of ['Timeout', 'Interval']) {
		const set = window[`set${kind}`];
		const clear = window[`clear${kind}`];
		window[`set${kind}`] = (run, wait, ...values) => {
			const id = set(
				(...given) => {
					if (kind === 'Timeout') timers.delete(id);
					run(...given);
				},
				wait,
				...values
			);
			timers.add(id);
			return id;
		};
		window[`clear${kind}`] = (id) => {
			timers.delete(id);
			clear(id);
		};
	}

	let listeners = 0;
	// A target that is forgotten together with its listeners still counts: nothing may rest on that.
	const held = new WeakMap();
	const { addEventListener, removeEventListener } = EventTarget.prototype;
	const keyOf = (type, options) => `${type} ${options?.capture ?? options === true}`;
	EventTarget.prototype.addEventListener = function (type, listener, options) {
		addEventListener.call(this, type, listener, options);
		if (!listener || options?.signal?.aborted) return;
		const key = keyOf(type, options);
		const ofTarget = held.get(this) ?? held.set(this, new Map()).get(this);
		const ofType = ofTarget.get(key) ?? ofTarget.set(key, new Set()).get(key);
		if (ofType.has(listener)) return;
		ofType.add(listener);
		listeners++;
		const drop = () => ofType.delete(listener) && listeners--;
		if (options?.once) addEventListener.call(this, type, drop, { once: true });
		if (options?.signal) addEventListener.call(options.signal, 'abort', drop, { once: true });
	};
	EventTarget.prototype.removeEventListener = function (type, listener, options) {
		removeEventListener.call(this, type, listener, options);
		if (held.get(this)?.get(keyOf(type, options))?.delete(listener)) listeners--;
	};

	window.counted = () => ({ timers: timers.size, listeners });
})();
