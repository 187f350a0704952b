"""Amounts of money are decimal numbers, and what else people write says what to write instead."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from showctl.model.money import Currency, format_amount, format_money, parse_amount


@pytest.mark.parametrize(
    ("written", "amount", "house"),
    [
        ("180", "180", "180"),
        ("1250.5", "1250.5", "1250.50"),
        ("0.10", "0.1", "0.10"),
        ("0", "0", "0"),
        ("12.345", "12.345", "12.345"),
        (7, "7", "7"),
    ],
)
def test_amounts(written: object, amount: str, house: str) -> None:
    assert parse_amount(written) == Decimal(amount)
    assert format_amount(parse_amount(written)) == house


@given(st.decimals(0, 10**9, places=2))
def test_an_amount_is_read_as_it_is_written(amount: Decimal) -> None:
    assert parse_amount(format_amount(amount)) == amount


def test_sums_are_right_to_the_cent() -> None:
    assert sum(parse_amount("0.10") for _ in range(3)) == parse_amount("0.30")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("-5", "'-5' is below 0; write what it costs, 0 or more"),
        ("180 GBP", "'180 GBP' names a currency; write 180 here, and currency: GBP under show"),
        ("€1.250,50", "'€1.250,50' names a currency; write 1250.50 here, and currency: EUR under show"),
        ("1,250.50", "'1,250.50' is not an amount; write 1250.50: digits, a point before cents"),
        ("12,5", "'12,5' is not an amount; write 12.5: digits, a point before cents"),
        ("1.2345", "'1.2345' is not an amount; write for example 1250.50: digits, a point before cents"),
        ("much", "'much' is not an amount; write for example 180, or 1250.50"),
        (None, "nothing is written here; write text, for example some words"),
        ("9" * 13, "write for example 1250.50"),
    ],
)
def test_no_amounts(written: object, said: str) -> None:
    with pytest.raises(ValueError, match="write") as wrong:
        parse_amount(written)
    assert said in str(wrong.value)


def test_as_people_read_it() -> None:
    assert format_money(Decimal("1250.5"), "EUR") == "1,250.50 EUR"
    assert format_money(Decimal(180), "") == "180"


@pytest.mark.parametrize(("written", "said"), [("EURO", "is not known"), ("eur", "write EUR"), ("€", "write EUR")])
def test_no_currencies(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        TypeAdapter(Currency).validate_python(written)
