"""What is asked of `render`: what the picture shows, how it is written, and of what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain import __version__, drawing
from govchain.cli.desk.installed import expect_installed
from govchain.cli.desk.names import all_named
from govchain.cli.desk.shelves import families, rules
from govchain.cli.line.choices import ENGINES, FOLDS, ONLY
from govchain.cli.terminal.wrong_use import NO_FORMAT, WrongUse, expect_one_of
from govchain.compiler.chain import Chain
from govchain.drawing.chart.subject import Fold, How, Of
from govchain.drawing.ink.paper import PAPERS
from govchain.reporting.words import noted

CHAIN = "chain"
"""What `dot` draws."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How pictures are wanted, as it was typed; `view` may be empty: what suits the matter.

    `scenario` are choices `fact=option`; `against` is another version, a folder or a revision.
    """

    view: str = ""
    format: str = "svg"
    engine: str = "own"
    scenario: Sequence[str] = ()
    against: str = ""
    themes: Sequence[str] = ()
    data: Sequence[str] = ()
    paper: str = ""
    fold: str = Fold.AUTO
    expand: Sequence[str] = ()
    focus: str = ""
    only: str = ""
    highlight: Sequence[str] = ()

    def expect_sound(self) -> None:
        """WrongUse where something of it is not there, or does not go together."""
        if self.view:
            expect_one_of(noted('no view "{name}"'), self.view, drawing.views())
        expect_one_of(NO_FORMAT, self.format, drawing.formats())
        expect_one_of(noted('no engine "{name}"'), self.engine, ENGINES)
        expect_one_of(noted('no way of folding "{name}"'), self.fold, FOLDS)
        if self.paper:
            expect_one_of(noted('no paper "{name}"'), self.paper, [*PAPERS])
        if self.only:
            expect_one_of(noted('nothing is left out by "{name}"'), self.only, ONLY)
        expect_installed(self.format, drawing.needs(self.format), drawing.EXTRA)
        self._expect_steps()
        if self.view and drawing.needs_after(self.view) and not self.against:
            raise WrongUse(
                'the view "{view}" holds two versions against one another',
                "name the other one with --against, a folder or a revision of git",
                view=self.view,
            )

    def _expect_steps(self) -> None:
        """What lays steps out is given a view of steps; `dot`, which knows no lanes, the chain."""
        if self.engine == "dot":
            self._expect_chain()
        if self.view and self.lays_out_steps and self.view not in drawing.chart_views():
            raise WrongUse(
                "{what} draws the steps of a matter alone, and {view} is no view of steps",
                "name one of these views: {known}",
                what=self.format if drawing.lays_out(self.format) else "dot",
                view=self.view,
                known=drawing.chart_views(),
            )

    def _expect_chain(self) -> None:
        if self.view not in ("", CHAIN):
            raise WrongUse(
                "dot draws the chain alone, not {view}",
                "name --view chain, or leave --engine out",
                view=self.view,
            )
        if self.format != "svg":
            raise WrongUse(
                "dot draws svg alone, not {format}",
                "name --format svg, or leave --engine out",
                format=self.format,
            )

    @property
    def lays_out_steps(self) -> bool:
        """Another program lays the steps out."""
        return self.engine == "dot" or drawing.lays_out(self.format)

    @property
    def is_of_catalogue(self) -> bool:
        """It is of no single matter."""
        return bool(self.view) and drawing.of(self.view) is Of.CATALOGUE

    def view_of(self, chain: Chain) -> str:
        """The view that is named, else what suits the matter.

        Who looks at a step, or wants nothing folded, is told steps; who compares, the overview.
        """
        if self.engine == "dot" and not drawing.lays_out(self.format):
            return self.view or CHAIN
        if self.view or self.against or self._wants_steps:
            return self.likely_view
        return drawing.usual_view(chain)

    @property
    def likely_view(self) -> str:
        """The view that is named, else that of a matter that calls others."""
        return self.view or (drawing.STEPS if self._wants_steps else drawing.OVERVIEW)

    @property
    def _wants_steps(self) -> bool:
        return self.lays_out_steps or bool(self.focus) or self.fold == Fold.NONE

    def how(self, language: str) -> How:
        """The same for the drawing room. WrongUse where a rule is named that there is not."""
        return How(
            language=language,
            version=__version__,
            paper=PAPERS.get(self.paper),
            fold=Fold(self.fold),
            expand=tuple(self.expand),
            focus=self.focus,
            only_findings=bool(self.only),
            highlight=all_named(self.highlight, families(), rules()),
        )
