"""
The quick way from a save to the client: only what depends on the saved module is imported.

    python -m fluidkit.snapshot

stands in for `python -m fluidkit.warm`, reads the same lines and gives the same answers, sooner.
Who does not care for that need not read on: with `warm` in its place everything works alike.

    watching ── keeper ─┬─ a fork that imports it all, for each clean generation
                        └─ the snapshot ── a fork for each save, which imports the rest

The keeper has imported third-party packages only. A clean generation is a fork of it. While that
imports the app, `imports` records who needs whom. After a save, the keeper forks the snapshot,
which imports the app's modules in their order, in the background, without those that depend on the
saved one. The next saves of that module are forks of the snapshot: they import the rest, write and
end, so that nothing is ever imported twice in one process. The first save of another module goes
the clean way, and its module becomes the next snapshot's.

The rules:

- A module depends on what it was seen to import, by whatever way; on its packages; on where its
  functions and classes and their bases come from; and on the modules that added to it, such as
  plugins to their registry or routes to a router from elsewhere. Who depends on one that depends,
  depends. What was not seen, or is in doubt, depends on everything.
- A module that depends is never in the snapshot: should one be asked for while it imports, there is
  no snapshot.
- Before each fork the snapshot looks at every file that it has imported or its modules have read,
  by time, size and identity, not by what the watcher says. One that was saved: the clean way.
- Modules are compiled from source where their `.pyc` may be stale.
- Nothing forks with a second thread about. A snapshot whose modules have opened a socket, or a file
  to read and write, or have changed the folder or where Python looks for modules, is given up.
- Modules are imported in the environment that the app had for each. If in the end the environment
  is not what a clean import has made it, nothing is written: the clean way.
- Of a failure only the clean way tells.
- When nothing was saved for a while, a clean generation confirms the fast one. If it differs with
  the same sources, it has corrected the files, a line says so, and for that module there are no
  snapshots any more. So what the rules do not see costs a second, not the truth: the order in which
  independent modules are imported, `__subclasses__()`, a value that one module changes in another's
  container without adding to it.
- New settings, installed packages: the keeper itself starts anew.
"""
