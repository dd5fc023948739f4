"""The record: events as they were told, with their sources; never edited, only added to."""

from raport.casefile.model import (
    Account,
    Basis,
    Case,
    CaseFile,
    Claim,
    Contradiction,
    Event,
    Exhibit,
    Filing,
    Identity,
    Modality,
    Order,
    Person,
    Proof,
    Source,
)
from raport.casefile.pieces import Piece, join, piece_named, piece_of_row, split
from raport.casefile.read import jurisdiction_of, read_case
from raport.casefile.write import write_case

__all__ = [
    "Account",
    "Basis",
    "Case",
    "CaseFile",
    "Claim",
    "Contradiction",
    "Event",
    "Exhibit",
    "Filing",
    "Identity",
    "Modality",
    "Order",
    "Person",
    "Piece",
    "Proof",
    "Source",
    "join",
    "jurisdiction_of",
    "piece_named",
    "piece_of_row",
    "read_case",
    "split",
    "write_case",
]
