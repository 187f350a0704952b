"""sACN devices in show files: what they mean, and what is wrong with them."""

import pytest

from showctl.model.address import Endpoint
from showctl.model.sacn_device import SacnDevice
from showctl.program.opening import opened
from showctl.program.program import SacnTarget
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

SHOW = """\
showctl: 1
show: {title: Rig}
devices:
  rig: {type: sacn, DEVICE}
patch:
  - {id: front1..front2, fixture: generic/dimmer, at: 3.11}
  - {id: twin, fixture: generic/dimmer, at: [3.20, 4.512]}
  - {id: par, fixture: generic/led-par, mode: rgb, at: 4.1}
  - {id: nowhere, fixture: generic/dimmer}
groups: {front: front1..front2, all: [front, twin]}
"""


def target(device: str) -> SacnTarget:
    (found,) = opened(lambda: load_text(SHOW.replace("DEVICE", device))).program.targets
    assert isinstance(found, SacnTarget)
    return found


def test_unless_written() -> None:
    found = target("universes: 1-4, to: 10.0.0.7")
    assert found == SacnTarget("rig", (1, 2, 3, 4), (("10.0.0.7", 5568),), 100, "Rig", rate=44)
    assert (found.multicast, found.interface, found.priorities, found.per_address, found.sync, found.discovery) == (
        (False, "", {}, {}, 0, False)
    )


def test_everything_written() -> None:
    found = target(
        "universes: 1-4, to: [10.0.0.7, 'node:6000', multicast], interface: 10.0.0.5, priority: {1: 120, 2-4: 90}, "
        "sync: 7999, discovery: yes, rate: 25, source name: X, ttl: 3"
    )
    assert found == SacnTarget(
        "rig",
        (1, 2, 3, 4),
        (("10.0.0.7", 5568), ("node", 6000)),
        100,
        "X",
        rate=25,
        multicast=True,
        interface="10.0.0.5",
        ttl=3,
        priorities={1: 120, 2: 90, 3: 90, 4: 90},
        sync=7999,
        discovery=True,
    )


def test_multicast_alone() -> None:
    found = target("universes: 1-4, to: multicast, interface: eth0")
    assert (found.to, found.multicast, found.interface) == ((), True, "eth0")


def test_priorities_by_slot() -> None:
    found = target(
        "universes: 1-4, to: h, priority: {2: 90, 4: 0}, "
        "per-address priority: {1: 120, 1.5: 7, 2.3..2.4: 0, all: 150, par: 110, front2: 200}"
    )
    assert found.rate == 40  # their packets count too
    one, two, three, four = (found.per_address[universe] for universe in (1, 2, 3, 4))
    assert one == bytes([120] * 4 + [7] + [120] * 507)
    assert two == bytes([90, 90, 0, 0] + [90] * 508)
    assert three == bytes([100] * 10 + [150, 200] + [100] * 7 + [150] + [100] * 492)
    # 0 would say that the slots are not controlled from here
    assert four == bytes([110] * 3 + [1] * 508 + [150])


def test_only_universes_of_which_something_is_written_have_priorities_by_slot() -> None:
    assert list(target("universes: 1-4, to: h, per-address priority: {2: 1}").per_address) == [2]
    assert target("universes: 1-4, to: h, per-address priority: {nowhere: 1}").per_address == {}


@pytest.mark.parametrize(
    ("device", "said"),
    [
        ("universes: 0-4, to: h", "universes '0-4' do not exist; write 1 to 63999, lowest first"),
        ("universes: 64000, to: h", "universes '64000' do not exist; write 1 to 63999, lowest first"),
        ("universes: 1, to: [h, g, 'h:5568']", "h:5568 stands in 'to' twice; write it once"),
        ("universes: 1, to: [multicast, multicast], interface: e", "multicast stands in 'to' twice; write it once"),
        ("universes: 1, to: multicast", "multicast needs the interface that it leaves by; write interface: with"),
        ("universes: 1, to: h, discovery: yes", "discovery needs the interface that it leaves by; write interface:"),
        ("universes: 1, to: h, interface: eth0", "interface is for multicast and discovery, and neither is written"),
        ("universes: 1, to: 'multicast:99', interface: e", "multicast goes to port 5568 and no other; write multicast"),
        ("universes: 1, to: multicast, interface: 'fe80::1'", "'fe80::1' is no interface; write the name of one"),
        ("universes: 1, to: multicast, interface: e, ttl: 256", "256 is above 255; write 255 or less"),
        ("universes: 1, to: h, priority: 201", "201 is above 200; write 200 or less"),
        ("universes: 1, to: h, priority: {1: 201}", "201 is above 200; write 200 or less"),
        ("universes: 1, to: h, priority: {1: x}", "'x' is not a whole number; write for example 1"),
        ("universes: 1, to: h, priority: {y: 1}", "'y' is not a universe; write for example 1, 1-4 or 1-4, 7"),
        ("universes: 3-4, to: h, priority: {2: 1}", "'rig' does not send universe 2; write one of its universes, or"),
        ("universes: 3-4, to: h, per-address priority: {2: 1}", "'rig' does not send universe 2; write one of its"),
        ("universes: 3-4, to: h, per-address priority: {2.9: 1}", "'rig' does not send universe 2; write one of its"),
        ("universes: 3-4, to: h, per-address priority: {3.513: 1}", "address 513 does not exist; write 1 to 512"),
        ("universes: 3-4, to: h, per-address priority: {3.9..3.8: 1}", "'3.9..3.8' runs backwards; write 3.8..3.9"),
        ("universes: 3-4, to: h, per-address priority: {3.9..4.1: 1}", "'3.9..4.1' reaches into another universe"),
        ("universes: 3-4, to: h, per-address priority: {fron: 1}", "no fixture or group 'fron'; did you mean 'front'?"),
        ("universes: 3-4, to: h, per-address priority: {front: 201}", "201 is above 200; write 200 or less"),
        ("universes: 3-4, to: h, per-address priority: {3: 1}, rate: 41", "41 frames a second leave no room for the"),
        ("universes: 1, to: h, rate: 19", "19 is below 20; write 20 or more"),
        ("universes: 1, to: h, rate: 45", "45 is above 44; write 44 or less"),
        ("universes: 1, to: h, sync: 0", "0 is below 1; write 1 or more"),
        ("universes: 1, to: h, sync: 64000", "63999 or less"),
        (
            "universes: 1, to: 239.255.0.1",
            "239.255.0.1 is a multicast group, and 'to' names single receivers; write to: ",
        ),
        (
            "universes: 1, to: [h, '239.255.0.1:5568']",
            "write to: multicast, for the group of each universe, with interf",
        ),
        ("universes: 1, to: 239.255.0.1, interface: e", "239.255.0.1 is a multicast group"),
        ("universes: 1, to: '[ff02::1]:5568'", "ff02::1 is a multicast group"),
        ("universes: 1, to: '[::ffff:239.255.0.1]'", "is a multicast group"),
        (
            "universes: 1, to: 255.255.255.255",
            "255.255.255.255 is broadcast, to everybody on the network, and 'to' name",
        ),
    ],
)
def test_what_is_wrong(device: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        target(device)
    assert said in "\n".join(map(str, refused.value.problems))
    assert all(str(problem).startswith("show.yaml:4:") for problem in refused.value.problems if said in str(problem))


@pytest.mark.parametrize("key", ["to", "backup"])
@pytest.mark.parametrize(
    ("host", "said"),
    [("239.0.0.1", "a multicast group"), ("255.255.255.255", "broadcast, to everybody on the network")],
)
def test_osc_goes_to_one_machine(key: str, host: str, said: str) -> None:
    device = f"type: osc, to: 10.0.0.8:9000, {key}: {host}:9000".replace("to: 10.0.0.8:9000, to:", "to:")
    show = SHOW.replace("type: sacn, DEVICE", "type: sacn, universes: 3-4, to: h").replace(
        "patch:", f"  desk: {{{device}}}\npatch:"
    )
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(show))
    (problem,) = refused.value.problems
    assert problem.line == 5
    assert f"{host} is {said}, and messages go to one machine; write the address of the device" in str(problem)


def test_priorities_of_fixtures_that_another_device_sends() -> None:
    show = SHOW.replace("DEVICE", "universes: 1-3, to: h, per-address priority: {par: 7}")
    show = show.replace("patch:", "  other: {type: sacn, universes: 4, to: h}\npatch:")
    with pytest.raises(Refused, match="nothing of par is in the universes that 'rig' sends; write it at the device"):
        opened(lambda: load_text(show))


def test_two_devices_may_multicast_a_universe_on_two_networks_and_not_on_one() -> None:
    rig = "universes: 1-4, to: multicast, interface: eth0"
    show = SHOW.replace("DEVICE", rig).replace("patch:", f"  two: {{type: sacn, {rig}}}\npatch:")
    load_text(show.replace("eth0", "eth1", 1))
    with pytest.raises(Refused, match="universe 1 goes to multicast on eth0 twice, 'rig' sends it too"):
        load_text(show)


def test_a_sync_universe_may_carry_data_and_a_universe_may_go_to_many() -> None:
    assert target("universes: 1-4, to: [a, b, c, '[::1]:7000'], sync: 4").sync == 4


def test_as_a_value() -> None:
    device = load_text(SHOW.replace("DEVICE", "universes: 1-4, to: [multicast, h], interface: e")).show.devices["rig"]
    assert isinstance(device, SacnDevice)
    assert device.receivers == (Endpoint("h", 5568),)
    assert SacnDevice.model_validate(device.model_dump()) == device
