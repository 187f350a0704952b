"""Device profiles: the commands that a kind of device understands, and the messages that they are made of."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from showctl.model.frozen import Frozen
from showctl.model.message import Message
from showctl.model.problem import Problem, Problems
from showctl.model.profile_argument import NO_PASSCODES, Argument, Secret, WireValue, says_passcode, suggestion
from showctl.model.profile_message import BadArgument, MessageTemplate
from showctl.model.unit import Flag, Seconds, Text, Whole

Timed = tuple[tuple[float, Message], ...]
"""Messages with their offsets in seconds from the cue's action, in order."""
RESERVED = {"device", "do", "duration"}
"""What audio and video cues say beside a command's arguments."""


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _command_or_messages(value: Any) -> str:
    """Text that is no address is the name of a command."""
    return "command" if isinstance(value, str) and not value.startswith("/") else "messages"


Messages = Annotated[tuple[MessageTemplate, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
CommandOrMessages = Annotated[
    Annotated[Text, Tag("command")] | Annotated[Messages, Tag("messages")], Discriminator(_command_or_messages)
]


class ProfileCommand(Frozen):
    """One thing that the device can be told to do."""

    does: Text = Field(description="What it does, for the operator")
    arguments: dict[Text, Argument] = Field(default={})
    send: Messages = Field(description="One message, or several in order")
    stop: CommandOrMessages | None = Field(
        default=None, description="Sent when the cue is stopped: a command of this profile, or messages"
    )
    chase: Flag = Field(
        default=True,
        description="Whether it leaves the device at a value, so that a state chase replays it; no for what starts, "
        "stops, toggles or steps",
    )
    verified: Flag = Field(
        default=True, description="Whether the maker's text or working code says so; else from memory"
    )

    @model_validator(mode="after")
    def _whole(self) -> "ProfileCommand":
        if names := RESERVED & self.arguments.keys():
            raise ValueError(f"an argument cannot be called {names.pop()}, a cue says that already; rename it")
        stop = self.stop if isinstance(self.stop, tuple) else ()
        used: set[str] = set().union(*(t.placeholders for t in (*self.send, *stop)))
        if strange := sorted(used - self.arguments.keys()):
            raise ValueError(f"{{{strange[0]}}} is not an argument; write it under arguments, or remove it")
        if unused := sorted(self.arguments.keys() - used):
            raise ValueError(f"argument {unused[0]} is in no message; use it, or remove it")
        needed: set[str] = set().union(*(t.indispensable for t in (*self.send, *stop)))
        if absent := sorted(name for name in needed if self.arguments[name].may_be_left_out):
            raise ValueError(f"the message needs {absent[0]}, which may be left out; give it a default")
        examples: dict[str, WireValue] = {
            name: Secret() if argument.secret else argument.value(argument.example)
            for name, argument in self.arguments.items()
        }
        for template in (*self.send, *stop):
            template.messages(examples, 127)
        return self

    def values(self, written: Mapping[str, Any]) -> dict[str, WireValue]:
        """What goes into the messages. Raises Problems with the paths of all arguments that are wrong."""
        problems = [
            Problem((name,), f"there is no argument '{name}'", suggestion(name, self.arguments, "remove it"))
            for name in written
            if name not in self.arguments
        ]
        values: dict[str, WireValue] = {}
        for name, argument in self.arguments.items():
            if argument.secret and name not in written:
                values[name] = Secret()
                continue
            given = written.get(name, argument.default)
            if given is None and name not in written:
                if not argument.optional:
                    problems.append(
                        Problem(("do",), f"{name} is missing", f"write {name}: {argument.example} ({argument.wanted})")
                    )
                continue
            try:
                values[name] = argument.value(given)
            except ValueError as error:
                problems.append(Problem.of((name,), str(error)))
        if problems:
            raise Problems(problems)
        return values


class Heartbeat(Frozen):
    """A question that a living device answers."""

    send: MessageTemplate
    every: Seconds = Field(default=5.0, gt=0, description="Between questions")
    patience: Seconds = Field(default=12.0, gt=0, description="Without an answer for so long, the device is silent")


class DeviceProfile(Frozen):
    """A kind of device: its protocol and its commands."""

    format: Literal["1"] = Field(alias="showctl profile")
    name: Text = Field(min_length=1, description="Maker and model")
    protocol: Literal["osc", "midi"]
    port: Whole | None = Field(default=None, ge=1, le=65_535, description="UDP port unless the show says otherwise")
    notes: Text = Field(default="", description="What has to be set on the device, and where the facts come from")
    verified: Flag = Field(default=True, description="Whether the profile as a whole was checked against such a text")
    commands: dict[Text, ProfileCommand] = Field(min_length=1)
    panic: CommandOrMessages | None = Field(default=None, description="Sent on panic: a command, or messages")
    asks: Heartbeat | None = Field(default=None, alias="heartbeat")

    @model_validator(mode="after")
    def _fits_together(self) -> "DeviceProfile":
        if self.port is not None and self.protocol == "midi":
            raise ValueError("a MIDI device has no UDP port; remove it")
        own = [self.panic] if isinstance(self.panic, tuple) else []
        own += [(self.asks.send,)] if self.asks else []
        for templates in own:
            for template in templates:
                if template.placeholders:
                    raise ValueError("panic and heartbeat take no arguments; write the values")
                template.messages({}, 127)
        for command in self.commands.values():
            own += [command.send, command.stop] if isinstance(command.stop, tuple) else [command.send]
        for template in (template for templates in own for template in templates):
            if template.protocol != self.protocol:
                raise ValueError(
                    f"a message of protocol {template.protocol} in a profile for {self.protocol}; change it"
                )
        try:
            self._check_command_names()
        except Problems as error:
            raise ValueError("; ".join((error.problems[0].what, error.problems[0].remedy))) from None
        return self

    def _check_command_names(self) -> None:
        if isinstance(self.panic, str):
            self._command(self.panic).values({})
        for name, command in self.commands.items():
            if isinstance(command.stop, str):
                other = self._command(command.stop).arguments
                for argument, what in other.items():
                    if argument not in command.arguments and not (what.optional or what.default is not None):
                        raise ValueError(
                            f"{command.stop} needs {argument}, which {name} has not; write messages as stop"
                        )

    def __hash__(self) -> int:
        return hash((self.name, self.protocol, self.port))

    @property
    def heartbeat(self) -> tuple[Message, float, float] | None:
        """The question, the seconds between two, and the seconds without an answer after which the device is silent."""
        if self.asks is None:
            return None
        return self.asks.send.messages({}, 127)[0][1], self.asks.every, self.asks.patience

    def messages(self, command: str, arguments: Mapping[str, Any], device_id: int = 127) -> Timed:
        """What a command sends. Raises Problems with paths relative to the cue's action: `("do",)`, `("channel",)`."""
        if secrets := self._secrets(command, arguments):
            raise Problems([Problem.of((name,), NO_PASSCODES) for name in secrets])
        found = self._command(command)
        return _rendered(found.send, found.values(arguments), device_id)

    def stop_messages(self, command: str, arguments: Mapping[str, Any], device_id: int = 127) -> Timed:
        """What stops a command before it is done; often nothing. Raises Problems as `messages` does."""
        found = self._command(command)
        if found.stop is None:
            return ()
        if isinstance(found.stop, str):
            other = self._command(found.stop)
            return self.messages(found.stop, {n: v for n, v in arguments.items() if n in other.arguments}, device_id)
        return _rendered(found.stop, found.values(arguments), device_id)

    def chased(self, command: str) -> bool:
        """Whether a state chase replays a command. Raises Problems if there is no such command."""
        return self._command(command).chase

    def panic_messages(self, device_id: int = 127) -> Timed:
        """What stops everything that the device is doing; nothing if the profile does not say."""
        if isinstance(self.panic, str):
            return self.messages(self.panic, {}, device_id)
        return _rendered(self.panic or (), {}, device_id)

    def _secrets(self, command: str, arguments: Mapping[str, Any]) -> list[str]:
        """The arguments that are written and would be a passcode, be it one that another command takes."""
        own = self.commands[command].arguments if command in self.commands else {}
        of_others = {n for each in self.commands.values() for n, argument in each.arguments.items() if argument.secret}
        return [name for name in arguments if name not in own and (name in of_others or says_passcode(name))]

    def _command(self, name: str) -> ProfileCommand:
        if name not in self.commands:
            remedy = suggestion(name, self.commands, f"write one of {', '.join(self.commands)}")
            raise Problems([Problem(("do",), f"{self.name} has no command '{name}'", remedy)])
        return self.commands[name]


def _rendered(templates: Iterable[MessageTemplate], values: Mapping[str, WireValue], device_id: int) -> Timed:
    try:
        timed = [message for template in templates for message in template.messages(values, device_id)]
    except ValueError as error:
        where = error.argument if isinstance(error, BadArgument) else "do"
        raise Problems([Problem.of((where,), str(error))]) from None
    return tuple(sorted(timed, key=lambda at_message: at_message[0]))
