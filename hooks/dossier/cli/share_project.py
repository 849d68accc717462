"""What the commands on shares look at: a project, what recipients may see of it, its shares."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from dossier.build import Project
from dossier.cli.options import read_project
from dossier.lint import lint
from dossier.lint.guardrail import find_forbidden, search_claims
from dossier.lint.source_broken import problems_of
from dossier.match.recipient import library_for
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.plain import dates
from dossier.plain.addresses import is_local
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem, Severity, in_order
from dossier.plain.report import as_text
from dossier.prose.passages import Passage
from dossier.publishing.authored import Authored
from dossier.publishing.live_shares import share_problems, term_problems
from dossier.publishing.lost_links import LostLink, lost_links, lost_problems
from dossier.publishing.told_why import told_why
from dossier.publishing.unsent_parts import unsent_problems
from dossier.settings import Configuration, Settings
from dossier.sharing.document import SharedView
from dossier.sharing.ended_links import read_ended
from dossier.sharing.keystore import Keystore, Share


@frozen
class ShareProject:
    """A project, read once, and where its shares are published."""

    configuration: Configuration
    project: Project

    @classmethod
    def at(cls, config_file: Path) -> ShareProject:
        """Read a project. Raises ConfigError."""
        return cls(*read_project(config_file))

    @property
    def settings(self) -> Settings:
        """Return the project's settings."""
        return self.configuration.settings

    @property
    def published(self) -> tuple[Path, ...]:
        """Return the folders in which no key may stand."""
        return self.configuration.published

    @property
    def view(self) -> SharedView:
        """Return what all recipients may see."""
        return self.project.recipients

    def store(self) -> Keystore:
        """Return the shares. Raises ConfigError."""
        return Keystore.load(self.settings.root, self.published)

    def lost(self) -> tuple[LostLink, ...]:
        """Return the links that may open, and whose keys are not here. Raises ConfigError."""
        return lost_links(self.settings.root, self.store().shares, dates.current_day())

    def refuse_lost(self, uid: str = "") -> None:
        """Raise ContentError if the key of a link is lost, of one alone if it is named."""
        named = uid.rpartition("/")[2]
        if named in self.store().shares:
            return
        lost = [each for each in self.lost() if named in ("", each.uid)]
        if problems := tuple(lost_problems(lost)):
            raise ContentError("a key is lost\n" + as_text(problems, 0).rstrip())

    def refuse_unfit(self, shares: Iterable[Share]) -> None:
        """Raise ContentError if shares cannot be drawn, or if keys of others are lost."""
        if problems := (*lost_problems(self.lost()), *self.problems(shares)):
            raise ContentError("a share cannot be drawn\n" + as_text(problems, 0).rstrip())

    def problems(self, shares: Iterable[Share]) -> tuple[Problem, ...]:
        """Return why shares cannot be drawn, or not as they were meant."""
        shares = tuple(shares)
        files = {f"{self.settings.content.name}/applications/{s.application}/" for s in shares}
        ended = read_ended(self.settings.root)
        fallen = share_problems(shares, self.view.library, self.project.tree, ended)
        wrong = self.project.publishing_problems
        own = (p for p in wrong if any(p.where.file.startswith(file) for file in files))
        told = unsent_of(self.project, {share.application for share in shares})
        unsent = (problem for problem in told if problem.severity is Severity.ERROR)
        return in_order((*fallen, *own, *unsent, *self._expired()))

    def _expired(self) -> Iterator[Problem]:
        return term_problems(self.view.library, self.settings.as_of, dates.current_day())

    def refuse_expired(self) -> None:
        """Raise ContentError if expired evidence counts by the day of SOURCE_DATE_EPOCH."""
        if problems := tuple(self._expired()):
            raise ContentError(as_text(problems, 0).rstrip())

    def refuse_undrawn(self, shares: Iterable[Share]) -> None:
        """Raise ContentError if shares cannot be drawn: a link is never dropped in silence."""
        if problems := self.problems(shares):
            raise ContentError("a share cannot be drawn\n" + as_text(problems, 0).rstrip())

    def refuse_broken(self, shares: Iterable[Share]) -> None:
        """Raise ContentError if shares cannot be drawn, or hold what is another dossier's."""
        shares = tuple(shares)
        self.refuse_undrawn(shares)
        self.refuse_crossed((share.application for share in shares), "a share")

    def refuse_crossed(self, applications: Iterable[str], what: str) -> None:
        """Raise ContentError if what recipients of dossiers read holds what is another's."""
        _refuse_crossed(self.project.crossing_problems(applications), what)

    def opened_problems(self, application: str, texts: Sequence[Passage]) -> tuple[Problem, ...]:
        """Return what is wrong in private texts that a dossier's recipients are told for once."""
        private = self.project.view(Audience.PRIVATE)
        rules, library = private.library.guardrails, private.library
        authored = [Authored(text.text, text.source, offset=text.offset) for text in texts]
        crossed = self.project.naming.opened(application, authored)
        told = (replace(text, audience=Audience.SHARED) for text in texts)
        errors = (p for p in private.diagnosis.errors if any(t.holds(p.where) for t in texts))
        found = (*crossed, *search_claims(told, library, rules), *errors)
        return private.diagnose(found).problems

    def refuse_unsourced(self, share: Share) -> None:
        """Raise ContentError if the source of a record that a share shows is known to be broken."""
        shown = library_for(self.view.library, share.application, share.role).records.values()
        lost = {problem for entry in shown for problem in problems_of(entry)}
        if problems := [found for found in self.project.publishing_problems if found in lost]:
            raise ContentError("sources are broken\n" + as_text(problems, 0).rstrip())

    def sent_problems(self, application: str, role: str | None) -> tuple[Problem, ...]:
        """Return those of the publishing problems that stand in what a recipient reads."""
        sent = library_for(self.view.library, application, role)
        private = self.project.view(Audience.PRIVATE)
        forbidden = find_forbidden(sent, private.library.guardrails, self.view.assets)
        found = told_why((*lint(sent, self.settings.as_of), *forbidden), private.linted)
        places = {(problem.code, problem.where) for problem in found}
        wrong = self.project.publishing_problems
        told = (problem for problem in wrong if (problem.code, problem.where) in places)
        unsent = unsent_of(self.project, {application})
        return in_order((*told, *(p for p in unsent if p.severity is Severity.ERROR)))

    def refuse_unread(self, application: str) -> None:
        """Raise ContentError if a dossier is there but cannot be read."""
        for document in self.project.tree.documents:
            is_it = document.kind is FileKind.APPLICATION and document.id == application
            if is_it and document.problems:
                told = as_text(in_order(document.problems), 0).rstrip()
                raise ContentError(f"`{application}` cannot be read\n{told}")

    def base_url(self) -> str:
        """Return where the site is. Raises ConfigError if nobody knows, or no link works there."""
        url = self.configuration.outlet.site_url
        if not url:
            message = "mkdocs.yml does not say where the site will be"
            raise ConfigError(message, "write its address: `site_url: https://you.example/`")
        parts = urlsplit(url)
        if parts.scheme != "https" and not is_local(url):
            message = f"browsers open sealed pages over https alone, and site_url is {url}"
            raise ConfigError(message, "publish the site over https")
        return url


def unsent_of(project: Project, applications: Container[str]) -> tuple[Problem, ...]:
    """Return what is wrong in what is sent of dossiers, but what their author silenced."""
    told = project.view(Audience.PRIVATE).diagnosis.problems
    return tuple(unsent_problems(project.tree, applications, told))


def _refuse_crossed(crossed: Sequence[Problem], what: str) -> None:
    if any(problem.severity is Severity.ERROR for problem in crossed):
        message = f"{what} holds what is another dossier's\n"
        raise ContentError(message + as_text(crossed, 0).rstrip())
