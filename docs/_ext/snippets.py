"""Show a snippet of the documentation: its source in both markups, and what it becomes."""

from __future__ import annotations

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

TEMPLATE = """\
.. tab-set::
   :sync-group: markup

   .. tab-item:: reStructuredText
      :sync: rst

      .. literalinclude:: /snippets/{name}.rst
         :language: rst

   .. tab-item:: MyST Markdown
      :sync: md

      .. literalinclude:: /snippets/{name}.md
         :language: markdown

.. container:: snippet-result

   .. include:: /snippets/{name}.rst
"""


class Snippet(SphinxDirective):
    """``.. snippet:: timeline/fields`` shows the files of that name under ``docs/snippets``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the template with the name of the snippet in it."""
        lines = TEMPLATE.format(name=self.arguments[0]).splitlines()
        source, number = self.get_source_info()
        parent = nodes.Element()
        self.state.nested_parse(StringList(lines, f"{source}:{number}"), self.content_offset, parent)
        return parent.children


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("snippet", Snippet)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
