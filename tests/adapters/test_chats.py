"""What people forward: exports of Telegram, lines copied out of messengers, plain text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.chats import NotAChatError, read_pasted, read_telegram

EXPORT = {
    "name": "Мария",
    "type": "personal_chat",
    "id": 7,
    "messages": [
        {"id": 1, "type": "service", "date": "2019-10-10T12:30:00", "action": "phone_call", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2019-10-10T12:33:00",
            "from": "Мария",
            "from_id": "user777",
            "text": ["сына забрали, звоните ", {"type": "phone", "text": "+7 912 345-67-89"}, "."],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2019-10-10T12:34:00",
            "from": None,
            "photo": "photos/photo_1@10-10-2019.jpg",
            "text": "",
        },
        {"id": 4, "type": "message", "file": "voice_messages\\audio_1.ogg", "text": ""},
    ],
}


def test_an_export_of_telegram_gives_who_when_what_and_which_files() -> None:
    (chat,) = read_telegram(json.dumps(EXPORT).encode())

    assert chat.name == "Мария"
    assert [line.text for line in chat.lines] == ["сына забрали, звоните +7 912 345-67-89.", "", ""]
    assert (chat.lines[0].author, chat.lines[0].contact) == ("Мария", "user777")
    assert chat.lines[0].at == "2019-10-10T12:33:00"
    assert chat.lines[1].files == ("photo_1@10-10-2019.jpg",)
    assert chat.lines[2].files == ("audio_1.ogg",)


def test_an_export_of_an_account_gives_every_chat() -> None:
    account = {"chats": {"list": [EXPORT, {**EXPORT, "name": "Пётр"}, {"name": "пусто", "messages": []}]}}

    assert [c.name for c in read_telegram(json.dumps(account).encode())] == ["Мария", "Пётр"]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff\xfe", b'{"messages": 3}', b"[" * 100_000, b'{"chats": {"list": 5}}'],
)
def test_what_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(NotAChatError):
        read_telegram(data)


@pytest.mark.parametrize(
    "messages",
    [
        [None, 3, "x", {"type": "message"}],
        [{"type": "message", "text": {"text": {"text": "deep"}}}],
        [{"type": "message", "text": [[["a"], 5, None]], "from": 12}],
        [{"type": "message", "text": "\ud800", "file": 7}],
    ],
)
def test_odd_messages_break_nothing(messages: list[object]) -> None:
    for chat in read_telegram(json.dumps({"messages": messages}).encode()):
        assert all(line.text.encode() is not None for line in chat.lines)


@pytest.mark.parametrize(
    ("pasted", "at"),
    [
        ("[10.10.2019 12:33] Мария: сына забрали", "10.10.2019 12:33"),
        ("[10.10.2019, 12:33:05] Мария: сына забрали", "10.10.2019, 12:33:05"),
        ("\u200e[12:33, 10.10.2019] Мария: сына забрали", "12:33, 10.10.2019"),
        ("10.10.2019, 12:33 - Мария: сына забрали", "10.10.2019, 12:33"),
        ("10/10/19, 12:33\u202fPM - Мария: сына забрали", "10/10/19, 12:33\u202fPM"),
        ("Мария, [10.10.2019 12:33]\nсына забрали", "10.10.2019 12:33"),
        ("2019-10-10 12:33\tМария: сына забрали", "2019-10-10 12:33"),
    ],
)
def test_each_messengers_way_of_copying_is_read(pasted: str, at: str) -> None:
    (line,) = read_pasted(pasted)

    assert (line.author, line.text, line.at) == ("Мария", "сына забрали", at)


def test_a_message_may_have_several_rows() -> None:
    lines = read_pasted("[10.10.2019 12:33] Мария: сына\nзабрали\n\nвчера\n[10.10.2019 12:35] Борис: где он?")

    assert [(line.author, line.text) for line in lines] == [
        ("Мария", "сына\nзабрали\n\nвчера"),
        ("Борис", "где он?"),
    ]


def test_a_text_of_no_form_is_one_message_of_nobody() -> None:
    (line,) = read_pasted("сына забрали: помогите\nв 12:33 звонил")

    assert (line.author, line.at) == ("", "")
    assert line.text == "сына забрали: помогите\nв 12:33 звонил"


@given(st.text())
def test_no_word_of_a_pasted_text_is_dropped(text: str) -> None:
    lines = read_pasted(text)
    kept = "\n".join(f"{line.at} {line.author} {line.text}" for line in lines)

    assert all(c in kept for c in text if c.isalnum())
