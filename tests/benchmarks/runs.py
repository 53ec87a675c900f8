"""What a build costs, run by run beside another one."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

# what is installed has its bytecode, on both sides
ENVIRONMENT = {
    **os.environ,
    "PYTHONDONTWRITEBYTECODE": "",
    "SOURCE_DATE_EPOCH": "1600000000",
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
}


_MEASURED = (sys.executable, "-I", "-S", str(Path(__file__).parent / "measured.py"))


@dataclass(frozen=True)
class Cost:
    """What one process and its children took."""

    processor: float
    """Seconds of the processor, in the program and in the system: a busy machine changes them little."""
    wall: float
    """Seconds of the clock."""
    memory: int
    """The most that was in memory at once, in kB."""


def run(command: list[str]) -> Cost:
    """Run a program to its end; it must succeed."""
    done = subprocess.run([*_MEASURED, *command], env=ENVIRONMENT, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr.decode(errors='replace')[-2000:]}")
    processor, wall, memory = done.stdout.split()
    return Cost(float(processor), float(wall), int(memory))


@dataclass(frozen=True)
class Site:
    """A folder with the sources of a site, and the folders of its output."""

    source: Path

    @property
    def out(self) -> Path:
        """The output."""
        return self.source.parent / f"{self.source.name}-out"

    @property
    def doctrees(self) -> Path:
        """What Sphinx remembers."""
        return self.source.parent / f"{self.source.name}-doctrees"

    def clean(self) -> None:
        """Forget all builds."""
        for folder in (self.out, self.doctrees):
            shutil.rmtree(folder, ignore_errors=True)

    def build(self, builder: str = "html") -> Cost:
        """Build on what is there."""
        command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", str(self.doctrees)]
        return run([*command, str(self.source), str(self.out)])

    def build_fresh(self, builder: str = "html") -> Cost:
        """Build from nothing."""
        self.clean()
        return self.build(builder)


def side_by_side(sides: Mapping[str, Callable[[int], Cost]], runs: int) -> dict[str, list[Cost]]:
    """The costs of each side: all sides in turn, and the other way round in every second run."""
    found: dict[str, list[Cost]] = {name: [] for name in sides}
    for number in range(runs):
        names = list(sides) if number % 2 == 0 else list(sides)[::-1]
        for name in names:
            found[name].append(sides[name](number))
    return found


def seconds(costs: list[Cost]) -> float:
    """The median of the processor's time."""
    return statistics.median(cost.processor for cost in costs)


def memory(costs: list[Cost]) -> float:
    """The median of the peaks, in MB."""
    return statistics.median(cost.memory for cost in costs) / 1024
