"""The tables of a vault. They hold no rules: rules live in the core, transactions in `raport.app`.

What is of ring 1 or 2 lies in `sealed` columns, as age files to the key of that ring of that file. The whole
database is sealed besides (SQLCipher), so that nothing here is readable when the vault is locked.
Moments (`at`) are UTC; days are local calendar days.
"""

import uuid

from django.db import models


def new_id() -> str:
    """An opaque id: 128 random bits."""
    return uuid.uuid4().hex


class Setting(models.Model):
    """What the vault knows of itself: its id, the day of its making, the pack it was last computed with."""

    name = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()


class Member(models.Model):
    """Who works at this desk. `standing`: advocate, law-degree or none (who may be questioned as a
    witness).
    """

    id = models.CharField(max_length=32, primary_key=True, default=new_id)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20)
    standing = models.CharField(max_length=20)
    recipient = models.CharField(max_length=80)
    secret = models.CharField(max_length=80)
    password = models.CharField(max_length=200, blank=True)  # Argon2id; empty while there is one member
    totp = models.CharField(max_length=64, blank=True)  # the secret of the second device; empty: none
    totp_used = models.PositiveBigIntegerField(default=0)  # the last step whose digits were taken
    spare = models.JSONField(default=list)  # hashes of spare codes not used yet
    made = models.DateTimeField()
    removed = models.DateTimeField(null=True)


class Passkey(models.Model):
    """A key pair whose secret half never leaves a device of the member's. Once removed, its name and days
    stay, and nothing it could be known by.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential = models.BinaryField(null=True, unique=True)  # by which the device knows it
    public = models.BinaryField(null=True)  # as COSE
    counter = models.PositiveBigIntegerField()  # of its signatures; 0 for good where the device counts none
    verified = models.BooleanField()  # it was made by PIN or finger, and is shown by them
    made = models.DateTimeField()
    used = models.DateTimeField(null=True)
    went_back = models.DateTimeField(null=True)  # its counter: there may be a copy; it is taken no more
    removed = models.DateTimeField(null=True)


class Invitation(models.Model):
    """A code, shown once, by which somebody joins, or (`member`) a member sets a new password."""

    code = models.CharField(max_length=64, unique=True)  # its hash
    role = models.CharField(max_length=20)
    standing = models.CharField(max_length=20)
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    by = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    made = models.DateTimeField()
    ends = models.DateTimeField()


class File(models.Model):
    """An enquiry, a case or a matter. Nothing here says whose it is."""

    id = models.CharField(max_length=32, primary_key=True, default=new_id)
    number = models.PositiveIntegerField(unique=True)
    kind = models.CharField(max_length=10)  # enquiry | case | matter
    jurisdiction = models.CharField(max_length=32)
    made = models.DateTimeField()
    touched = models.DateTimeField()
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="files")
    advocate = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=32)
    status_since = models.DateField()
    closed = models.CharField(max_length=32, blank=True)  # why it was closed; empty while it is open
    sender = models.CharField(max_length=20, blank=True)  # who wrote, for enquiries
    colour = models.CharField(max_length=10, blank=True)  # by rule, from the triage keys
    keep = models.BooleanField(default=False)
    erase_on = models.DateField(null=True)
    joined_to = models.ForeignKey("self", models.SET_NULL, null=True, related_name="joined")
    # Where it stands in the docket, by its row; null: it has none yet
    rank = models.PositiveIntegerField(null=True)  # the lower, the sooner to be looked at
    due = models.DateField(null=True)  # of a row without a last day: `date.max`

    class Meta:
        indexes = (
            models.Index(fields=["kind", "closed"]),
            # The docket is read along it, and what is counted for it stands in it
            models.Index(fields=["closed", "rank", "due", "number", "kind", "id"], name="docket_order"),
        )


class Key(models.Model):
    """The public half of one ring's key of one file."""

    file = models.ForeignKey(File, models.CASCADE, related_name="keys")
    ring = models.PositiveSmallIntegerField()
    recipient = models.CharField(max_length=80, unique=True)
    made = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["file", "ring"]),)


class Grant(models.Model):
    """The secret half of a key, sealed to a member; `member` is null for the recovery sheet's copy."""

    key = models.ForeignKey(Key, models.CASCADE, related_name="grants")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="grants")
    sealed = models.BinaryField()
    made = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["key", "member"], name="one_grant"),)


class Piece(models.Model):
    """One addition to a file. `table`, `name` and `value` stand open only in ring 3, else they are sealed."""

    file = models.ForeignKey(File, models.CASCADE, related_name="pieces")
    seq = models.PositiveIntegerField()
    ring = models.PositiveSmallIntegerField()
    table = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=64, blank=True)
    value = models.JSONField(null=True)
    sealed = models.BinaryField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["file", "seq"], name="one_place"),)


class Docket(models.Model):
    """What an assessment came to, kept until `valid_until` ends or something is added: a cache, and no more.

    What it says rests on ring 2, so it is sealed to the file; where it stands in a list stands with the file.
    """

    file = models.OneToOneField(File, models.CASCADE, primary_key=True, related_name="docket")
    on = models.DateField()
    valid_until = models.DateField()
    law = models.CharField(max_length=64)  # and by which Raport it was told
    seq = models.PositiveIntegerField()  # of the last piece it was computed from
    sealed = models.BinaryField()

    class Meta:
        indexes = (models.Index(fields=["valid_until"]),)


class SearchDoc(models.Model):
    """What one piece, promise or exhibit of a file says, as terms for the search, never its text.

    Triggers keep the full-text index and the vocabulary (`SearchTerm`) equal to this table, deletion too.
    """

    file = models.ForeignKey(File, models.CASCADE, related_name="docs")
    seq = models.PositiveIntegerField()  # of the piece; 0 for a promise or an exhibit
    ring = models.PositiveSmallIntegerField()
    terms = models.TextField()
    promise = models.ForeignKey("Promise", models.CASCADE, null=True, related_name="docs")
    exhibit = models.ForeignKey("Exhibit", models.CASCADE, null=True, related_name="docs")

    class Meta:
        indexes = (models.Index(fields=["file", "seq"]),)


class SearchTerm(models.Model):
    """A term that stands in so many documents; written by the triggers of `SearchDoc` only."""

    term = models.CharField(max_length=64, unique=True)
    size = models.PositiveSmallIntegerField()
    docs = models.PositiveIntegerField()

    class Meta:
        indexes = (models.Index(fields=["size", "term"]),)


class Exhibit(models.Model):
    """A paper, photograph or recording that was attached: its sealed bytes lie in the folder of objects,
    under this id.
    """

    id = models.CharField(max_length=32, primary_key=True, default=new_id)
    file = models.ForeignKey(File, models.CASCADE, related_name="exhibits")
    name = models.CharField(max_length=64)  # its id in the case file, such as x3
    sha256 = models.CharField(max_length=64)  # of the original
    size = models.PositiveBigIntegerField()
    media = models.CharField(max_length=100)  # what its bytes say they are
    doubt = models.CharField(max_length=20, blank=True)  # why its bytes are not to be believed
    about = models.BinaryField()  # sealed to ring 2: the file name it came with, from whom, notes
    claims = models.BinaryField(null=True)  # sealed to ring 2: what the file says of itself; null: not read
    graphic = models.BooleanField(default=False)  # covered, or muted, until somebody chooses to look
    stopped = models.BooleanField(default=False)  # may hold a secret: closed in the program to all but two
    trusted = models.JSONField(default=list)  # members: the two
    taken = models.DateTimeField()
    destroyed = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["file", "name"], name="one_exhibit"),)


class WorkingCopy(models.Model):
    """Made anew from an exhibit and sealed: one page, looked at instead of the original (`kind` empty); of a
    paper that was read its clean pages, their words as one JSON text, and one PDF.
    """

    id = models.CharField(max_length=32, primary_key=True, default=new_id)  # of its object too
    exhibit = models.ForeignKey(Exhibit, models.CASCADE, related_name="copies")
    kind = models.CharField(max_length=10, blank=True, default="")  # empty | clean | words | pdf
    also = models.JSONField(default=list)  # further exhibits of the file whose pages are in it
    page = models.PositiveIntegerField()
    pages = models.PositiveIntegerField()  # how many the original has
    media = models.CharField(max_length=100)
    made = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["exhibit", "kind", "page"], name="one_copy"),)


class Custody(models.Model):
    """What was done with an exhibit, by whom: taken-in, opened, exported, stopped, released, destroyed."""

    exhibit = models.ForeignKey(Exhibit, models.CASCADE, related_name="custody")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    act = models.CharField(max_length=20)
    to = models.CharField(max_length=64, blank=True)


class Promise(models.Model):
    """What a member said he would do for somebody, by when. Its words are sealed to ring 2."""

    file = models.ForeignKey(File, models.CASCADE, related_name="promises")
    member = models.ForeignKey(Member, models.PROTECT, related_name="promises")
    due = models.DateField()
    words = models.BinaryField()
    made = models.DateTimeField()
    kept = models.DateTimeField(null=True)
    dropped = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["member", "due"]),)


class Consent(models.Model):
    """What the person agreed to, for whom, in which words, given or taken back when."""

    file = models.ForeignKey(File, models.CASCADE, related_name="consents")
    use = models.CharField(max_length=32)
    audience = models.CharField(max_length=64)
    standing = models.CharField(max_length=32)  # of the audience, on the day
    words = models.TextField()  # the sentence that was shown
    by = models.CharField(max_length=32)  # who agreed: the id of a person of the file, or `applicant`
    given = models.DateField()
    withdrawn = models.DateField(null=True)


class TurnedOn(models.Model):
    """A member lets a file go to an audience of this standing; it takes two where the standing is grave."""

    file = models.ForeignKey(File, models.CASCADE, related_name="turned_on")
    audience = models.CharField(max_length=64)
    standing = models.CharField(max_length=32)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["file", "audience", "standing", "member"], name="one_turn"),
        )


class Leaving(models.Model):
    """Something of a file left the desk: by which exporter, when, by whom; to whom is sealed to ring 2."""

    file = models.ForeignKey(File, models.CASCADE, related_name="leavings")
    exporter = models.CharField(max_length=32)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    to = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64)  # of all the bytes that left, other files' too
    size = models.PositiveBigIntegerField()


class Duty(models.Model):
    """Who is on duty, from a day to a day, both counted."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="duties")
    first = models.DateField()
    last = models.DateField()


class HandOver(models.Model):
    """What one member handed to another in one act; taken back in one, as far as it is still there."""

    giver = models.ForeignKey(Member, models.PROTECT, related_name="+")
    taker = models.ForeignKey(Member, models.PROTECT, related_name="+")
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    made = models.DateTimeField()
    files = models.JSONField()  # ids
    promises = models.JSONField()  # ids
    undone = models.DateTimeField(null=True)


class Kept(models.Model):
    """Something a member keeps for himself: a filter of the docket, a mapping of a spreadsheet, a choice."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="kept")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    value = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "kind", "name"], name="one_kept"),)


class AdviceBasis(models.Model):
    """What some advice rested on: words of the law and of our own texts, nothing of a person."""

    token = models.CharField(max_length=64, primary_key=True)  # of all below, under a key of the vault
    jurisdiction = models.CharField(max_length=32)
    answer = models.CharField(max_length=64, blank=True)  # the text that was said; empty: words of its own
    version = models.PositiveIntegerField()  # of the text
    states = models.JSONField()  # the provisions as they stood, as `raport.law.resting` tells them
    unsayable = models.BooleanField()  # it held words that nobody may be told: it is to be corrected at once


class Advised(models.Model):
    """That somebody holds advice on such a basis: where to look, when the law has changed.

    What he was told lies sealed in ring 2 of the file, in the piece of this name. Here stands in which list
    he is, by a token that says nothing outside this vault.
    """

    id = models.CharField(max_length=32, primary_key=True)  # of the piece
    file = models.ForeignKey(File, models.CASCADE, related_name="advised")
    basis = models.CharField(max_length=64)
    on = models.DateField()
    ended = models.DateField(null=True)  # corrected, or found still to hold

    class Meta:
        indexes = (models.Index(fields=["basis", "ended", "file"], name="who_holds"),)


class PackInstalled(models.Model):
    """A release of a pack that was brought into this vault, as it came: signed. The last one is the law."""

    jurisdiction = models.CharField(max_length=32)
    release = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["jurisdiction", "release"], name="one_release"),)


class LetterTemplate(models.Model):
    """A Word file of the group's own, with fields in it. `data`: what of it is kept, nothing that acts."""

    id = models.CharField(max_length=32, primary_key=True, default=new_id)
    name = models.CharField(max_length=100)
    data = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)  # of the file as it came
    taken = models.JSONField(default=list)  # what was taken out of it
    mapped = models.JSONField(default=dict)  # what people said that unknown names mean
    made = models.DateTimeField()
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
