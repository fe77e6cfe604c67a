// The cookies of SvelteKit's event, with what each version refuses and when: SvelteKit 2.70 serializes
// with cookie 0.6, SvelteKit 3.2 with cookie 2.0.

type Options = { [name: string]: any };

const RULES = {
	2: {
		name: /^[\t -~\x80-\xff]+$/,
		value: /^[\t -~\x80-\xff]*$/,
		path: /^[\t -~\x80-\xff]+$/,
		domain: /^[\t -~\x80-\xff]+$/
	},
	3: {
		name: /^[!-:<>-~]+$/,
		value: /^[!-:<-~]*$/,
		path: /^[ -:=-~]*$/,
		domain: /^\.?[\w-]+(\.[\w-]+)*$/
	}
};

export function cookies(version: 2 | 3, sent: { [name: string]: string } = {}) {
	const set = new Map<string, [string, string, Options]>();
	const rules = RULES[version];
	const written = (name: string, value: string, options: Options): string => {
		const encoded: string = options.encode(value);
		const { maxAge, expires, sameSite, priority, path, domain } = options;
		const valid =
			rules.name.test(name) &&
			rules.value.test(encoded) &&
			rules.path.test(path) &&
			(domain === undefined || rules.domain.test(domain)) &&
			(maxAge === undefined || (version === 2 ? !isNaN(maxAge) : Number.isSafeInteger(maxAge))) &&
			(expires === undefined ||
				(version === 2 ? !isNaN(+expires) : expires.getUTCFullYear() > 1600)) &&
			/^(undefined|lax|strict|none)$/.test(String(sameSite)) &&
			/^(undefined|low|medium|high)$/.test(String(priority));
		if (!valid) throw new TypeError(`cookie is invalid: ${name}`);
		const attributes = { Path: path, Domain: domain, 'Max-Age': maxAge, SameSite: sameSite };
		const texts = Object.entries(attributes).filter(([, text]) => text !== undefined);
		if (expires) texts.push(['Expires', expires.toUTCString()]);
		const flags = ['httpOnly', 'secure', 'partitioned'].filter((flag) => options[flag]);
		return [`${name}=${encoded}`, ...texts.map((pair) => pair.join('=')), ...flags].join('; ');
	};
	const defaults = { httpOnly: true, secure: true, sameSite: 'lax', encode: encodeURIComponent };
	return {
		getAll: () => [
			...Object.entries(sent).map(([name, value]) => ({ name, value })),
			...[...set.values()].map(([name, value]) => ({ name, value }))
		],
		set(name: string, value: string, options: Options) {
			if (name.length + value.length > 4096) throw new Error(`Cookie "${name}" is too large`);
			set.set(name, [name, value, { ...defaults, ...options }]);
		},
		serialize: (name: string, value: string, options: Options) =>
			written(name, value, { ...defaults, ...options }),
		/** What a browser gets in the end; throws as SvelteKit does when it sends the page. */
		sent: () => [...set.values()].map((cookie) => written(...cookie))
	};
}
