"""What a rebuild makes anew, beyond what Sphinx sees by itself, so that no old page stays.

Sphinx reads a page again if a file of it is newer than it was; here it does so if its content is
another. It writes that page alone; here all are written if they show something of each other that
has changed. And what it wrote for a page that is no more is removed.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

READ = "read"


def digest(env: BuildEnvironment, page: str) -> str:
    """Sum up the files that a page was made from."""
    paths = [env.doc2path(page), *sorted(Path(env.srcdir, d) for d in env.dependencies[page])]
    found = sha256()
    for path in paths:
        found.update(path.read_bytes() if path.is_file() else b"")
        found.update(b"\0")
    return found.hexdigest()


def note(app: Sphinx, _doctree: nodes.document) -> None:
    """Remember what a page was made from."""
    env = app.env
    env.metadata[env.docname][READ] = digest(env, env.docname)


def changed(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Find the pages whose files have changed."""
    return [
        page
        for page, data in env.metadata.items()
        if page not in removed and data.get(READ, "") != digest(env, page)
    ]


def shared(env: BuildEnvironment) -> str:
    """Sum up what pages show of each other: titles, anchors, their order, where programs are."""
    domain = env.domains["std"]
    assert isinstance(domain, StandardDomain)
    contents = sorted((page, toc.pformat()) for page, toc in env.tocs.items())
    recordings = [(page, data.get("recordings")) for page, data in sorted(env.metadata.items())]
    places = [sorted(each.items()) for each in (domain.labels, domain.objects)]
    text = repr((contents, recordings, places, env.toctree_includes))
    return sha256(text.encode()).hexdigest()


class Others:
    """What pages showed of each other before this build."""

    before = ""

    def look(self, _app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
        """Sum it up before anything is read."""
        self.before = shared(env)
        return []

    def written(self, _app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
        """Have all pages written if it has changed."""
        return env.all_docs if shared(env) != self.before else ()


def purge(app: Sphinx, _env: BuildEnvironment, page: str) -> None:
    """Remove what was written for a page; if there still is one, it is written again."""
    for suffix in (".html", ".md"):
        Path(app.outdir, page + suffix).unlink(missing_ok=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look before and after pages are read."""
    others = Others()
    app.connect("env-get-outdated", others.look)
    app.connect("env-get-outdated", changed)
    app.connect("env-purge-doc", purge)
    app.connect("doctree-read", note)
    app.connect("env-updated", others.written)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
