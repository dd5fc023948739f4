"""What a passphrase must be, and how soon it would be guessed."""

from django.utils.translation import gettext as _

from raport.adapters import logins
from raport.app.vault import ENOUGH_LETTERS
from raport.errors import Problem

ENOUGH_POWER = 9
"""Tries, as a power of ten: a machine makes about one a second, and there may be thousands of machines."""


def problems_of(passphrase: str, again: str | None = None) -> list[Problem]:
    """Why it cannot be the passphrase of a vault; empty where it can. `again`: None where asked once."""
    problems = []
    if len(passphrase) < ENOUGH_LETTERS:
        problems.append(
            Problem(_("a passphrase of at least {n} letters").format(n=ENOUGH_LETTERS), str(len(passphrase)))
        )
    elif logins.strength(passphrase).power < ENOUGH_POWER:
        problems.append(
            Problem(
                _("a passphrase that is not guessed by lists"),
                told(passphrase),
                _("Take four or five words by chance: open a book blindly for each."),
            )
        )
    if again is not None and passphrase != again:
        problems.append(Problem(_("the same passphrase twice"), _("two that differ")))
    return problems


def told(passphrase: str) -> str:
    """How strong it is, in a sentence that praises nothing."""
    if len(passphrase) < ENOUGH_LETTERS:
        return _("{n} of {most} letters so far").format(n=len(passphrase), most=ENOUGH_LETTERS)
    power = logins.strength(passphrase).power
    return _(
        "A guesser with English lists needs about 10^{power} tries. He may have Russian lists too: "
        "a saying, a line of a song or a name is guessed far sooner."
    ).format(power=power)
