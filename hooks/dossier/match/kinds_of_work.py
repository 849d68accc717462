"""Words that tell of one kind of work in any trade: who *coaches juniors* has *taught apprentices*.

A posting and a résumé seldom choose the same one. No word of one trade alone stands here: what its
own words mean is known to those who work in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dossier.match.asks import stems
from dossier.plain.patterns import pattern

_KINDS = """
better: improve improving improvement better raise raised increase increased optimise optimize
  efficiency streamline enhance grow grew doubled reduce reducing cut cutting lower lowering shorten
  shortened decrease fewer fell halve halved save saving prevent
lead: lead leading leader leadership led supervise supervision oversee headed foreman charge manage
  managing management
people: team staff crew brigade colleagues coworkers assistants technicians juniors subordinates
  employees people workers personnel
learners: apprentices trainees students interns learners newcomers recruits starters juniors
teach: teach taught train training coach mentor instruct induct induction onboard onboarding educate
  tutor
hire: hire recruit recruitment hiring staffing
write: write writing wrote written document documentation report author draft guide manual handbook
  instructions
publish: publish published publication papers articles journals
quality: quality accuracy accurate precision errors mistakes faults defects complaints corrections
  returns rejects
waste: waste scrap sustainable sustainability leftovers recycling
time: fast speed quick quicker turnaround throughput delays deadlines punctual punctuality
buy: buy buying bought purchase purchasing procure procurement order ordering suppliers vendors
  stock inventory
price: price pricing quote estimate estimating tender costing
money: budget cost costs spend
customers: customers clients guests patients owners residents visitors buyers consumers passengers
relatives: relatives families parents kin
questions: questions queries enquiries inquiries requests
plan: plan planning schedule scheduling rota roster timetable
inspection: inspections audits inspectors auditors regulator regulatory accreditation compliance
rules: rules regulations law legal legislation statutory
safety: safe safety hazards accidents incidents risks injury
hygiene: hygiene hygienic cleanliness sanitation
upkeep: maintain maintenance servicing repair repairs upkeep overhaul
automate: automate automation scripts scripting programming code coding
watch: monitor monitoring dashboards metrics alerts observability
grants: grants funding funds fundraising
change: migrate migration moved switch switched replacement implement implementation rollout
  introduce introduced launch launched
speak: presentation talks speaker conferences lecture
sell: sell selling sold sales turnover revenue
together: collaborate collaboration partners partnership cooperate cooperation liaise
machines: machines machinery equipment instruments
hours: nights weekends on-call out-of-hours overtime
analyse: analyse analyze analysis evaluate evaluation statistics interpret
unions: negotiate negotiation union unions
vehicles: vehicles trucks lorries vans fleet
create: create develop design devise compose write
reliable: reliable reliability uptime downtime outages
"""
"""A kind and its words; a word may be of several."""
_CHANGE = pattern(
    r"\bfrom (?:[^\W\d]\w* )?\W?[A-Z]{0,3} ?\d[\w.,%]*(?: [\w%]+){0,4} to \W?[A-Z]{0,3} ?\d"
)
"""What tells that something is otherwise than it was: `from 11 to 5 a quarter`."""
BETTER = "better"


def _table() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _KINDS.strip().replace("\n  ", " ").split("\n"):
        kind, _, words = line.partition(": ")
        for stem in stems(words.replace("-", " ")):
            found[stem] = found.get(stem, frozenset()) | {kind}
    return found


_OF = _table()


def kinds_of(said: Iterable[str]) -> frozenset[str]:
    """Return the kinds of work that stems tell of."""
    return frozenset(kind for stem in said for kind in _OF.get(stem, ()))


def tells_change(text: str) -> bool:
    """Return whether a text says from what to what something came."""
    return bool(_CHANGE.search(text))


def akin(asked: Collection[str], shared: Collection[str], kinds: Collection[str]) -> dict[str, str]:
    """Return the stems asked for that tell of a kind of work in other words, each with its kind.

    `kinds` are those told of. One that the words in `shared` say already, or another stem does,
    says no more.
    """
    left = set(kinds) - kinds_of(shared)
    found: dict[str, str] = {}
    for stem in asked:
        told = sorted(left.intersection(_OF.get(stem, ()))) if stem not in shared else []
        if told:
            found[stem] = told[0]
            left.difference_update(_OF[stem])
    return found
