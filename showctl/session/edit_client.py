"""Editing a show through the session that has it open."""

import socket

from showctl.link.framing import Frames, Malformed, frame
from showctl.session.edit import Edit
from showctl.session.edit_message import LARGEST_ANSWER, LARGEST_ASK, VERSION, Ask, EditHello, Made, NotMade, ToClient
from showctl.session.show_lock import Who

CONNECT_WITHIN = 2.0
"""Seconds for a session on this machine to answer."""
EDIT_WITHIN = 60.0
"""Seconds for a session to make an edit: of the patch of a show of 5,000 cues it takes some."""


class NoSession(Exception):
    """The session does not take edits. Says why."""


def edit_through(who: Who, edit: Edit, *, program: str, save: bool) -> Made | NotMade:
    """Have the session of `who` make an edit, under our name. Raises NoSession."""
    if not who.port:
        raise NoSession("it takes no edits from elsewhere")
    ask = frame(Ask(edit, save))
    if len(ask) > LARGEST_ASK:
        raise NoSession(f"this edit is larger than the {LARGEST_ASK // 1_000_000} MB that a session takes")
    answers: Frames[ToClient] = Frames(ToClient, LARGEST_ANSWER)
    try:
        with socket.create_connection(("127.0.0.1", who.port), timeout=CONNECT_WITHIN) as link:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link.settimeout(EDIT_WITHIN)
            link.sendall(frame(EditHello(VERSION, who.token, program)) + ask)
            while data := link.recv(65536):
                for answer in answers.feed(data):
                    return answer
    except (OSError, Malformed) as error:
        raise NoSession(f"it does not answer ({error})") from None
    raise NoSession("it does not take edits: it is of another version, or just closing")
