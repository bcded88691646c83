"""What is asked of whoever defines a matter, in their words, in the order of the definition."""

from __future__ import annotations

from govchain.cli.desk.drafts.filling_in import (
    APPLICANT,
    BY_THE_APPLICANT,
    KIND,
    TYPE,
    FillingIn,
    id_for,
    text_in,
)
from govchain.cli.desk.drafts.first_matter import FirstMatter, FirstStep
from govchain.cli.desk.session import Session
from govchain.cli.terminal.asking import Asking
from govchain.language.keywords import Keyword


class Questionnaire:
    """Asks for what no option has said."""

    def __init__(self, session: Session, filling: FillingIn) -> None:
        self._session = session
        self._spoken = session.words
        self._filling = filling
        self._asking = Asking(session.words)

    def go_through(self, matter: FirstMatter) -> None:
        """All questions that are still open about the matter, which takes the answers down."""
        say, must, may, filling = (
            self._spoken.say,
            self._asking.must,
            self._asking.may,
            self._filling,
        )
        if not matter.name:
            matter.name = must(say("What do people call the matter?"), text_in)
        if not matter.id:
            usual = id_for(matter.name)
            matter.id = must(say("By which id do other definitions name it?"), filling.id, usual)
        if not matter.department:
            matter.department = must(say("Which department is in the lead?"), filling.department)
        self._session.note("What you leave empty from here on stays out: press Enter.")
        if not matter.type:
            matter.type = self._one_of(say("What kind of matter is it?"), TYPE)
        if not matter.applicant:
            matter.applicant = self._one_of(say("Who applies?"), APPLICANT)
        if not matter.materials:
            matter.materials += self._materials()
        if not matter.steps:
            matter.steps += self._steps(matter.department)
        if not matter.basis:
            matter.basis += self._basis()
        if not matter.promised:
            question = say("Within how many working days is it promised?")
            matter.promised = may(question, filling.duration) or ""
        if not matter.volume:
            matter.volume = may(say("How many cases are there a year?"), filling.count) or ""

    def _one_of(self, question: str, keyword: Keyword) -> str:
        """A fixed value in its English spelling; empty where none is answered."""
        told = self._among(question, keyword)
        return self._asking.may(told, lambda text: self._filling.word(keyword, text)) or ""

    def _among(self, question: str, keyword: Keyword) -> str:
        between = "、" if self._spoken.language == "zh" else ", "
        words = between.join(self._filling.words_of(keyword))
        return self._spoken.say("{question} ({words})", question=question, words=words)

    def _materials(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        question = self._spoken.say("Which paper are people asked for today?")
        while material := self._asking.may(question, self._filling.material):
            found.append(material)
            if not material[1]:
                self._session.note(
                    'no data in the registry is called "{name}": the paper is written by its name',
                    name=material[0],
                )
            question = self._spoken.say("Which paper besides?")
        return found

    def _steps(self, lead: str) -> list[FirstStep]:
        say = self._spoken.say
        found: list[FirstStep] = []
        question = self._among(say("What is done first?"), KIND)
        while kind := self._asking.may(question, lambda text: self._filling.word(KIND, text)):
            found.append(self._step(kind, lead))
            question = say("What is done next?")
        return found

    def _step(self, kind: str, lead: str) -> FirstStep:
        """Who does it, and how long it takes: of what the applicant does, neither."""
        if kind == BY_THE_APPLICANT:
            return FirstStep(kind)
        say, may = self._spoken.say, self._asking.may
        usual = self._filling.name_of(lead)
        department = may(say("  Who does it?"), self._filling.department, usual) or ""
        time = may(say("  How many working days does it take?"), self._filling.duration) or ""
        return FirstStep(kind, department, time)

    def _basis(self) -> list[str]:
        found: list[str] = []
        question = self._spoken.say("Which article of which law does it rest on?")
        while text := self._asking.may(question, text_in):
            found.append(text)
            question = self._spoken.say("Which article besides?")
        return found
