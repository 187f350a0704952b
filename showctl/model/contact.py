"""Contacts: the people who work on a show, and those who supply it."""

from pydantic import Field

from showctl.model.frozen import Frozen
from showctl.model.unit import Flag, Text, TimeOfDay


class Contact(Frozen):
    """A person or a supplier: who it is, how to reach them, and when they are called."""

    name: Text = Field(min_length=1, description="The whole name, as it is read out")
    role: Text = Field(default="", description="What they do on this show")
    company: Text = ""
    phone: Text = Field(default="", description="As it is dialled, or a radio channel")
    email: Text = ""
    department: Text = ""
    call: TimeOfDay | None = Field(default=None, description="Call time: when they have to be there, a time of day")
    location: Text = Field(default="", description="Where they are, or where they have to be")
    confirmed: Flag | None = Field(default=None, description="Whether they have said yes; unwritten: nobody says")

    @property
    def reached(self) -> str:
        """Name and number: `Harper Transport, +44 20 7946 0000`; the address where there is no number."""
        return ", ".join(part for part in (self.name, self.phone or self.email) if part)
