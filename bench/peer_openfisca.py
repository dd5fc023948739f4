"""The peer: OpenFisca, the rules-as-code engine, given the same 30-day clock and nothing else.

Written as its user would write it: one entity, its dates as input columns, formulas over arrays. Its own
parameters are left out (the terms stand in the formulas as numbers), which is in its favour. Ends are held
as ordinals, as we hold them; a table of the next working day stands in for the calendar.
"""

import numpy as np
from clock import LATE, MET, OVERDUE, RUNNING, Dates, NextWorking
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

INPUTS = Dates._fields
OUTPUTS = ("start", "strict", "lenient", "state", "states", "deemed")
_NEVER = 0  # no such event


def tax_benefit_system(working: NextWorking) -> TaxBenefitSystem:
    """The clock as a country package of OpenFisca."""
    filing = build_entity(key="filing", plural="filings", label="a filing", is_person=True)
    system = TaxBenefitSystem([filing])
    for name in INPUTS:
        system.add_variable(_variable(name, filing, None))
    for name, formula in _formulas(working).items():
        system.add_variable(_variable(name, filing, formula))
    return system


def _variable(name, filing, formula):
    # In 46.0.1 a formula on an ETERNITY variable fails, so what is computed is computed for a day.
    words = {
        "value_type": int,
        "entity": filing,
        "definition_period": DateUnit.ETERNITY if formula is None else DateUnit.DAY,
        "label": name,
    }
    if formula is not None:
        words["formula"] = formula
    return type(name, (Variable,), words)


def _formulas(working):
    roll = working.roll

    def start(filing, period):
        registered, arrived, filed = (
            filing("registered", period),
            filing("arrived", period),
            filing("filed", period),
        )
        refused = (filing("not_taken", period) != _NEVER) & (registered == _NEVER) & (arrived == _NEVER)
        deemed = np.where(arrived != _NEVER, arrived, filed) + 3
        return np.where(refused, _NEVER, np.where(registered != _NEVER, registered, deemed))

    def deemed(filing, period):
        return (filing("start", period) != _NEVER) & (filing("registered", period) == _NEVER)

    def _end(filing, period, roll):
        start, notice = filing("start", period), filing("extended", period)
        first = roll(start + 30)
        return np.where((notice != _NEVER) & (notice <= first), roll(start + 60), first)

    def strict(filing, period):
        return _end(filing, period, lambda day: day)

    def lenient(filing, period):
        return _end(filing, period, roll)

    def _state(filing, period, end):
        answered, today = filing("answered", period), period.start.date.toordinal()
        done = np.where(answered <= end, MET, LATE)
        return np.where(answered != _NEVER, done, np.where(today > end, OVERDUE, RUNNING))

    def state(filing, period):
        there = filing("start", period) != _NEVER
        return np.where(there, _state(filing, period, filing("lenient", period)), 0)

    def states(filing, period):
        there = filing("start", period) != _NEVER
        return np.where(there, filing("state", period) | _state(filing, period, filing("strict", period)), 0)

    return {f.__name__: f for f in (start, deemed, strict, lenient, state, states)}


def calculate(system: TaxBenefitSystem, dates: Dates, today: str) -> dict[str, np.ndarray]:
    """One simulation over these columns, all six results."""
    size = len(dates.filed)
    simulation = Simulation(system, system.instantiate_entities())
    simulation.persons.count = size
    simulation.persons.ids = np.arange(size)
    for name in INPUTS:
        simulation.set_input(name, "ETERNITY", getattr(dates, name))
    return {name: simulation.calculate(name, today) for name in OUTPUTS}
