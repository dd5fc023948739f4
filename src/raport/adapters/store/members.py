"""Members of the desk, their logins and invitations."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q

from raport.adapters.store.models import Duty, File, Grant, Invitation, Key, Member, Passkey
from raport.adapters.store.rows import MemberRow


@dataclass(frozen=True, slots=True)
class LoginRow:
    """What a member shows who he is by; no secret is told by repr."""

    password: str
    totp: str
    totp_used: int
    spare: tuple[str, ...]

    def __repr__(self) -> str:
        return "LoginRow()"


@dataclass(frozen=True, slots=True)
class PasskeyRow:
    """A passkey of a member; one that was removed has its name and days only."""

    id: int
    name: str
    credential: bytes
    public: bytes
    counter: int
    verified: bool
    made: datetime
    used: datetime | None
    went_back: datetime | None
    removed: datetime | None


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """A code that was given out and was not used yet."""

    id: int
    role: str
    standing: str
    member: str | None
    by: str | None
    made: datetime
    ends: datetime


def add_member(
    name: str, *, role: str, standing: str, recipient: str, secret: str, at: datetime, password: str = ""
) -> MemberRow:
    """A new member with his key pair."""
    return _row(
        Member.objects.create(
            name=name,
            role=role,
            standing=standing,
            recipient=recipient,
            secret=secret,
            made=at,
            password=password,
        )
    )


def members(*, removed: bool = False) -> list[MemberRow]:
    """Every member in the order of joining; those removed too where asked."""
    rows = Member.objects.order_by("made", "id")
    return [_row(m) for m in (rows if removed else rows.filter(removed=None))]


def member(id_: str) -> MemberRow | None:
    """One member who was not removed."""
    found = Member.objects.filter(id=id_, removed=None).first()
    return None if found is None else _row(found)


def secret_of_member(id_: str) -> str:
    """The secret half of a member's key; it stands in the sealed database only."""
    return str(Member.objects.values_list("secret", flat=True).get(id=id_))


def login_of(id_: str) -> LoginRow:
    """A member's login."""
    m = Member.objects.get(id=id_)
    return LoginRow(m.password, m.totp, m.totp_used, tuple(m.spare))


def change_member(id_: str, **values: object) -> None:
    """Set columns of a member: role, standing, password, totp, totp_used, spare, removed."""
    Member.objects.filter(id=id_).update(**values)


def use_step(id_: str, step: int) -> bool:
    """Take digits once: False where two came with the same at the same moment."""
    return bool(Member.objects.filter(id=id_, totp_used__lt=step).update(totp_used=step))


def without_password() -> set[str]:
    """Ids of members who have none."""
    return set(Member.objects.filter(password="").values_list("id", flat=True))


# --- passkeys


def passkeys(member: str) -> list[PasskeyRow]:
    """His passkeys in the order of making, the removed ones too."""
    return [_passkey(p) for p in Passkey.objects.filter(member_id=member).order_by("made", "id")]


def count_passkeys(member: str) -> int:
    """How many he has now."""
    return Passkey.objects.filter(member_id=member, removed=None).count()


def is_passkey(credential: bytes) -> bool:
    """Whether some member has it."""
    return Passkey.objects.filter(credential=credential).exists()


def add_passkey(
    member: str, name: str, credential: bytes, public: bytes, counter: int, at: datetime, *, verified: bool
) -> None:
    """A new passkey of a member."""
    Passkey.objects.create(
        member_id=member,
        name=name,
        credential=credential,
        public=public,
        counter=counter,
        verified=verified,
        made=at,
    )


def use_passkey(id_: int, counter: int, at: datetime) -> bool:
    """Take its signature: False where its counter did not grow, and it is taken no more then."""
    good = Passkey.objects.filter(id=id_, removed=None, went_back=None)
    grown = good.filter(counter__lt=counter) if counter else good.filter(counter=0)
    if grown.update(counter=counter, used=at):
        return True
    good.update(went_back=at)
    return False


def remove_passkeys(member: str, at: datetime, id_: int | None = None) -> int:
    """One passkey of his or all; how many there were."""
    rows = Passkey.objects.filter(member_id=member, removed=None)
    rows = rows if id_ is None else rows.filter(id=id_)
    return rows.update(removed=at, credential=None, public=None)


# --- invitations


def add_invitation(
    code: str,
    *,
    role: str,
    standing: str,
    by: str | None,
    at: datetime,
    ends: datetime,
    member: str | None = None,
) -> None:
    """Keep the hash of a code that was given out; a member's older ones end."""
    if member is not None:
        Invitation.objects.filter(member_id=member).delete()
    Invitation.objects.create(
        code=code, role=role, standing=standing, by_id=by, made=at, ends=ends, member_id=member
    )


def invitation(code: str, at: datetime) -> InvitationRow | None:
    """The invitation of this hash, while it lasts."""
    found = Invitation.objects.filter(code=code, ends__gt=at).first()
    return None if found is None else _invitation(found)


def invitations(at: datetime) -> list[InvitationRow]:
    """Those that can still be used."""
    return [_invitation(i) for i in Invitation.objects.filter(ends__gt=at).order_by("made")]


def end_invitation(id_: int) -> bool:
    """It cannot be used any more; False where it was not there."""
    return bool(Invitation.objects.filter(id=id_).delete()[0])


# --- grants, and going


def granted(file_id: str) -> set[str]:
    """Ids of the members who can open the file's newest keys."""
    return set(
        Grant.objects.filter(key__file_id=file_id, member__removed=None).values_list("member_id", flat=True)
    )


def grants_of(file_id: str, member: str) -> list[tuple[int, bytes]]:
    """A member's grants of a file: the key's id and the sealed secret."""
    rows = Grant.objects.filter(key__file_id=file_id, member_id=member).values_list("key_id", "sealed")
    return [(k, bytes(s)) for k, s in rows]


def grants_only_his(member: str) -> list[tuple[int, bytes]]:
    """His grants of keys that no other member was granted."""
    others = Grant.objects.filter(key=OuterRef("key"), member__removed=None).exclude(member_id=member)
    rows = Grant.objects.filter(~Exists(others), member_id=member).values_list("key_id", "sealed")
    return [(k, bytes(s)) for k, s in rows]


def count_files_of(keys: list[int]) -> int:
    """Of how many files these keys are."""
    return Key.objects.filter(id__in=keys).aggregate(n=Count("file", distinct=True))["n"] or 0


def add_grants(member: str, grants: list[tuple[int, bytes]], at: datetime) -> None:
    """Grant keys to a member; what he has he keeps."""
    Grant.objects.bulk_create(
        (Grant(key_id=k, member_id=member, sealed=s, made=at) for k, s in grants), ignore_conflicts=True
    )


def take_grants(member: str, file_id: str = "") -> int:
    """Delete a member's grants, of one file or of all; how many there were."""
    wanted = Q(member_id=member) & (Q(key__file_id=file_id) if file_id else Q())
    return Grant.objects.filter(wanted).delete()[0]


def leave_work(member: str, today: date) -> int:
    """Open files of a member become nobody's, his duties from today on end; how many files there were."""
    Duty.objects.filter(member_id=member, last__gte=today).delete()
    File.objects.filter(advocate_id=member).update(advocate=None)
    return File.objects.filter(member_id=member, closed="").update(member=None)


def end_invitations_of(member: str) -> None:
    """Codes for him and codes he gave out end with him."""
    Invitation.objects.filter(Q(member_id=member) | Q(by_id=member)).delete()


def _row(m: Member) -> MemberRow:
    return MemberRow(m.id, m.name, m.role, m.standing, m.recipient, m.removed)


def _passkey(p: Passkey) -> PasskeyRow:
    return PasskeyRow(
        p.id,
        p.name,
        bytes(p.credential or b""),
        bytes(p.public or b""),
        p.counter,
        p.verified,
        p.made,
        p.used,
        p.went_back,
        p.removed,
    )


def _invitation(i: Invitation) -> InvitationRow:
    return InvitationRow(i.id, i.role, i.standing, i.member_id, i.by_id, i.made, i.ends)
