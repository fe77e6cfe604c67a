// What a backend's `Set-Cookie` becomes in SvelteKit, which throws for some when it sends the page.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readCookie } from '../src/cookies.js';
import { cookies } from './stubs/cookies.js';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

beforeEach(() => void warn.mockClear());

describe.each([2, 3] as const)('SvelteKit %i', (version) => {
	/** What the browser gets of a line. */
	const passed = (line: string): string | undefined => {
		const jar = cookies(version);
		const cookie = readCookie(line, '/here', jar);
		if (cookie) jar.set(...cookie);
		return jar.sent()[0];
	};

	test.each([
		'a=1; Path=/',
		'a=; Path=/; Max-Age=0',
		'a=b=c; Path=/x; Domain=example.org; Max-Age=60; SameSite=strict; httpOnly; secure',
		'a="x%20\\073y"; Path=/; partitioned',
		'a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
		'a[b]=1; Path=/'
	])('%s goes on as it is', (line) => {
		expect(passed(line)).toBe(line);
		expect(warn).not.toHaveBeenCalled();
	});

	test.each([
		['a=1', 'a=1; Path=/here'],
		['a=1; Path=relative', 'a=1; Path=/here'],
		[' a = 1 ;PATH=/;SAMESITE=LAX', 'a=1; Path=/; SameSite=lax'],
		['a=1; Path=/; SameSite=odd; Max-Age=1.5; Expires=soon; Priority=odd', 'a=1; Path=/'],
		['a=1; Path=/; Max-Age=-5', 'a=1; Path=/; Max-Age=0'],
		['a=1; Path=/; Max-Age=99999999999999999999', 'a=1; Path=/; Max-Age=9007199254740991'],
		['a=1; Path=/; Expires=Fri, 01 Jan 1600 00:00:00 GMT', 'a=1; Path=/'],
		['a=1; Path=/; Domain=', 'a=1; Path=/']
	])('%s is read as browsers read it', (line, expected) => {
		expect(passed(line)).toBe(expected);
	});

	test.each([
		['without a name', '=1'],
		['without an equals sign', 'nothing'],
		['empty', ''],
		['too large', `a=${'x'.repeat(4096)}`],
		['for no path', 'a=1; Path=/\x01']
	])('one that is %s is left out, and told of', (_, line) => {
		expect(passed(line)).toBeUndefined();
		expect(warn).toHaveBeenCalledOnce();
	});
});

test('SvelteKit 3 gets what Python reads as the same value', () => {
	const read = (line: string) => readCookie(line, '/', cookies(3))?.[1];
	expect(read('a="x y"')).toBe('"x\\040y"');
	expect(read('a=x y')).toBe('"x\\040y"');
	expect(read('a=x y"z\\')).toBe('"x\\040y\\"z\\\\"');
	expect(read('a=caf\xe9')).toBe('"caf\\351"');
	expect(read('a="caf\\351 \\"x\\""')).toBe('"caf\\351\\040\\"x\\""');
});

test('SvelteKit 3 refuses a domain that is none', () => {
	expect(readCookie('a=1; Domain=a b', '/', cookies(3))).toBeUndefined();
});

test('SvelteKit 2 takes such values, and gets them unchanged', () => {
	expect(readCookie('a="x y"', '/', cookies(2))?.[1]).toBe('"x y"');
	expect(readCookie('a=caf\xe9', '/', cookies(2))?.[1]).toBe('caf\xe9');
});
