"""
Paths before paths: SvelteKit's base path, prefixes, two apps, mounts, `root_path`.
"""
