import pickle

import pytest

from dossier.plain.errors import ConfigError, DossierError, InternalError


@pytest.mark.parametrize(
    "error",
    [ConfigError("no folder"), ConfigError("no folder", "make one"), InternalError("broken")],
    ids=repr,
)
def test_errors_survive_the_way_to_another_process(error: DossierError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is type(error)
    assert copy.args == error.args
    assert str(copy) == str(error)


def test_error_is_made_of_what_it_was_given() -> None:
    assert ConfigError("no folder", "make one").args == ("no folder", "make one")


def test_config_error_says_its_cure_on_a_second_line() -> None:
    assert str(ConfigError("no folder", "make one")) == "no folder\n  hint: make one"
    assert str(ConfigError("no folder")) == "no folder"


def test_all_errors_are_of_one_family() -> None:
    assert issubclass(ConfigError, DossierError)
    assert issubclass(InternalError, DossierError)
