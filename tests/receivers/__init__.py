"""Real receivers, written by others, that say what arrived.

Each module starts one of them as a context manager, to be used within the `netns` fixture:

    def test_level(netns):
        need("olad")
        with ola.running() as receiver:
            ...send to 127.0.0.1:5568...
            assert receiver.wait_for_levels(1, {1: 255})
"""

from tests.receivers.need import need

__all__ = ["need"]
