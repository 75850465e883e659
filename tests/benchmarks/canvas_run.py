"""Decides how one canvas is measured: the same graph opened, panned, zoomed and dragged in, ours or another's.

``python -m tests.benchmarks.canvas_run ours|nodegraphqt GRAPH.json`` prints one JSON object, times in milliseconds of
the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QGraphicsView

SIZE = (1600, 900)
FRAMES = 60
Graph = dict[str, Any]


class Canvas(Protocol):
    view: QGraphicsView

    def open(self) -> None: ...
    def middle(self) -> None: ...
    def pan(self, by: int) -> None: ...
    def zoom(self, by: float) -> None: ...
    def drag(self, dx: int, dy: int) -> None: ...


class Ours:
    """Our document, scene and view."""

    def __init__(self, graph: Graph) -> None:
        from tests.fixtures.drawn import document
        from whatsapp_studio.journeys.codec import load
        from whatsapp_studio.qt.canvas.scene import JourneyScene
        from whatsapp_studio.qt.canvas.view import JourneyView

        self._kinds = JourneyScene, JourneyView
        self._document = document(load(graph["journey"]).journey)
        self._name = graph["middle"]

    def open(self) -> None:
        scene, view = self._kinds
        self._scene = scene(self._document)
        self.view = self._view = view(self._scene)
        self._at = self._document.journey.places[self._name]

    def middle(self) -> None:
        self._view.set_zoom(1.0)
        self._view.centre_on(self._name)

    def pan(self, by: int) -> None:
        self._view.pan(by, by)

    def zoom(self, by: float) -> None:
        self._view.set_zoom(self._view.zoom() * by)

    def drag(self, dx: int, dy: int) -> None:
        self._scene.preview_places({self._name: (self._at[0] + dx, self._at[1] + dy)})


class NodeGraphQt:
    """The same nodes, outputs and links in NodeGraphQt."""

    def __init__(self, graph: Graph) -> None:
        from NodeGraphQt import BaseNode, NodeGraph

        self._graph, self._kind, self._make = graph, BaseNode, NodeGraph

    def open(self) -> None:
        outputs = sorted({node["outputs"] for node in self._graph["nodes"]})
        kinds = {n: self._with_outputs(n) for n in outputs}
        self._canvas = self._make()
        # Else every new link looks for a loop along all ways there are.
        self._canvas.set_acyclic(False)
        for kind in kinds.values():
            self._canvas.register_node(kind)
        made = {}
        for node in self._graph["nodes"]:
            kind = kinds[node["outputs"]]
            made[node["id"]] = self._canvas.create_node(
                f"bench.{kind.__name__}", name=node["title"], pos=(node["x"], node["y"]), selected=False,
                push_undo=False,
            )  # fmt: skip
        for source, port, target in self._graph["links"]:
            made[source].output(port).connect_to(made[target].input(0), push_undo=False)
        self._middle = made[self._graph["middle"]]
        self._at = self._middle.view.pos()
        self.view = self._canvas.viewer()

    def middle(self) -> None:
        self._canvas.reset_zoom()
        self._canvas.center_on([self._middle])

    def pan(self, by: int) -> None:
        # What its own wheel and middle button call; it has no scroll bars.
        self.view._set_viewer_pan(by, by)

    def zoom(self, by: float) -> None:
        self.view.scale(by, by)

    def drag(self, dx: int, dy: int) -> None:
        self._middle.view.setPos(self._at + QPointF(dx, dy))
        for port in (*self._middle.view.inputs, *self._middle.view.outputs):
            port.redraw_connected_pipes()

    def _with_outputs(self, outputs: int) -> Any:
        def start(node: Any) -> None:
            self._kind.__init__(node)
            node.add_input("in", multi_input=True)
            for n in range(outputs):
                node.add_output(f"out{n}")

        return type(
            f"Out{outputs}", (self._kind,), {"__identifier__": "bench", "NODE_NAME": "step", "__init__": start}
        )


def measure(app: QApplication, canvas: Canvas) -> dict[str, list[float]]:
    """Times of opening once and of every frame of a pan, a drag, a zoom and a whole repaint."""
    found: dict[str, list[float]] = {}

    def timed(name: str, *steps: Callable[[], object]) -> None:
        began = time.process_time()
        for step in steps:
            step()
        app.processEvents()
        found.setdefault(name, []).append((time.process_time() - began) * 1000)

    def show() -> None:
        canvas.view.resize(*SIZE)
        canvas.view.show()

    timed("open", canvas.open, show)
    canvas.middle()
    app.processEvents()
    for _ in range(FRAMES):
        timed("whole", canvas.view.viewport().repaint)
    for n in range(FRAMES):
        timed("pan", lambda n=n: canvas.pan(15 if n < FRAMES / 2 else -15))
    for n in range(FRAMES):
        timed("drag", lambda n=n: canvas.drag(n * 8 % 240, n * 6 % 120))
    canvas.middle()
    app.processEvents()
    for n in range(FRAMES):
        timed("zoom", lambda n=n: canvas.zoom(1 / 1.05 if n < FRAMES / 2 else 1.05))
    return found


def main() -> None:
    graph = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    app = QApplication([])
    if sys.argv[1] == "ours":
        from whatsapp_studio.qt import theme

        theme.apply(app, "light")
    canvas: Canvas = Ours(graph) if sys.argv[1] == "ours" else NodeGraphQt(graph)
    found: dict[str, Any] = {"times": measure(app, canvas)}
    # In kilobytes on Linux.
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found), flush=True)
    # Without taking thousands of foreign items apart one by one.
    os._exit(0)


if __name__ == "__main__":
    main()
