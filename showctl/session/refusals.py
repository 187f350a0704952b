"""What reading, checking, editing, saving and locking a show raise: their text is for people."""

from showctl.link.place import UnsafeFolder
from showctl.session.change import EditRefused
from showctl.session.show_lock import Held
from showctl.showfile.report import Refused, Unreadable
from showctl.showfile.save import NotSaved

REFUSALS = (Unreadable, Refused, EditRefused, NotSaved, Held, UnsafeFolder, OSError)
