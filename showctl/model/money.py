"""Amounts of money: decimal numbers, all of them in the one currency of the show."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from showctl.model.frozen import Frozen
from showctl.model.unit import Text, parse_text

_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
    "COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR "
    "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU "
    "UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
CURRENCIES = frozenset(_CODES.split())
"""Codes of ISO 4217 for money that is paid with."""
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR", "₺": "TRY", "₴": "UAH", "₩": "KRW", "zł": "PLN"}
_AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,3})?")
_WITH_CURRENCY = re.compile(r"(?:([^\W\d_]{2,3}|[€£$¥₹₺₴₩]) ?)?([0-9][0-9.,' ]*?)(?: ?([^\W\d_]{2,3}|[€£$¥₹₺₴₩]))?")


def parse_amount(value: Any) -> Decimal:
    """An amount of money, 0 or more: `180`, `1250.50`. Never a float: sums are right to the cent."""
    if isinstance(value, Decimal):
        return value
    text = parse_text(value)
    if _AMOUNT.fullmatch(text):
        return Decimal(text)
    if text.startswith(("-", "\N{MINUS SIGN}")):
        raise ValueError(f"'{text}' is below 0; write what it costs, 0 or more")
    said = _WITH_CURRENCY.fullmatch(text)
    if said is None:
        raise ValueError(f"'{text}' is not an amount; write for example 180, or 1250.50")
    code = said[1] or said[3] or ""
    meant = _plain(said[2])
    if code:
        code = _SIGNS.get(code, code.upper())
        raise ValueError(f"'{text}' names a currency; write {meant or '180'} here, and currency: {code} under show")
    raise ValueError(f"'{text}' is not an amount; write {meant or 'for example 1250.50'}: digits, a point before cents")


def _plain(number: str) -> str:
    """`1250.50` for `1,250.50`, `1.250,50` and `1 250,5`; empty where it is anybody's guess."""
    said = re.fullmatch(r"([0-9]{1,12}|[0-9]{1,3}(?:[., '][0-9]{3}){1,3})(?:[.,]([0-9]{1,2}))?", number.strip())
    if said is None:
        return ""
    return re.sub(r"[^0-9]", "", said[1]) + (f".{said[2]}" if said[2] else "")


def format_amount(amount: Decimal) -> str:
    """The house style: `180`, `1250.50`. The inverse of parse_amount."""
    if amount == amount.to_integral_value():
        return f"{amount.to_integral_value():f}"
    whole, _, cents = f"{amount:f}".partition(".")
    return f"{whole}.{cents.rstrip('0'):0<2}"


def format_money(amount: Decimal, currency: str) -> str:
    """As people read it: `1,250.50 EUR`; without a currency the amount alone."""
    whole, _, cents = format_amount(amount).partition(".")
    return f"{int(whole):,}{'.' if cents else ''}{cents} {currency}".rstrip()


def _currency(text: str) -> str:
    code = _SIGNS.get(text, text.upper())
    if code not in CURRENCIES:
        raise ValueError(f"currency '{text}' is not known; write its three letters, for example EUR")
    if code != text:
        raise ValueError(f"'{text}' is not the code of a currency; write {code}")
    return text


Currency = Annotated[Text, AfterValidator(_currency)]
Amount = Annotated[
    Decimal,
    BeforeValidator(parse_amount),
    PlainSerializer(format_amount, return_type=str),
    WithJsonSchema({"type": ["string", "number"], "description": "An amount of money", "examples": [180, "1250.50"]}),
]


class Cost(Frozen):
    """What something costs."""

    planned: Amount | None = Field(default=None, description="What it should cost")
    actual: Amount | None = Field(default=None, description="What it did cost")
