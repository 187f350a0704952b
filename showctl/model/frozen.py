"""The base of every value that comes from a file: frozen, and strict about what it is given."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value from a file. Unknown keys are errors; a field's alias is the key that people write."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, arbitrary_types_allowed=False
    )
