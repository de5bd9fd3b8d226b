"""Units of measure with exact factors, and the dimension that makes two of them comparable."""

from types import MappingProxyType
from typing import NamedTuple

COUNT, SHARE, TIMES, POINTS = "count", "share", "times", "points"


class Unit(NamedTuple):
    """What a quantity in this unit is multiplied by, then raised by, to be in the measure of its dimension."""

    dimension: str
    factor: str
    offset: str = "0"


_FACTORS = """
length m|metre|meter|metres|meters 1
length km|kilometre|kilometer|kilometres|kilometers|kms 1000
length cm|centimetre|centimeter|centimetres|centimeters 1/100
length mm|millimetre|millimeter|millimetres|millimeters 1/1000
length mile|miles|mi 1609344/1000
length nautical_mile|nautical_miles 1852
length foot|feet|ft 3048/10000
length inch|inches 254/10000
length yard|yards|yd 9144/10000
mass g|gram|grams|gramme|grammes 1
mass kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes 1000
mass mg|milligram|milligrams 1/1000
mass microgram|micrograms|mcg 1/1000000
mass t|tonne|tonnes|ton|tons|metric_tons 1000000
mass lb|lbs 45359237/100000
mass oz|ounce|ounces 45359237/1600000
time second|seconds 1
time minute|minutes|mins 60
time hour|hours|hrs|hr|h 3600
time day|days 86400
time week|weeks 604800
time fortnight|fortnights 1209600
months month|months 1
months year|years|yr|yrs 12
months decade|decades 120
months century|centuries 1200
area square_metre|square_metres|square_meters|sq_m|m2|m² 1
area hectare|hectares|ha 10000
area acre|acres 40468564224/10000000
area square_kilometre|square_kilometres|square_kilometers|sq_km|km2|km² 1000000
area square_mile|square_miles 25899881103360/10000000
area square_foot|square_feet 9290304/100000000
volume litre|litres|liter|liters|l 1
volume ml|millilitre|millilitres|milliliter|milliliters 1/1000
volume cl|centilitre|centilitres 1/100
volume hectolitre|hectolitres 100
volume cubic_metre|cubic_metres|cubic_meters|m3|m³ 1000
volume pint|pints 56826125/100000000
volume gallon|gallons 454609/100000
speed km/h|kph|kmh|kilometres_per_hour|kilometres_an_hour|kilometers_per_hour 1000/3600
speed mph|miles_per_hour|miles_an_hour 1609344/3600000
speed m/s|metres_per_second|metres_a_second 1
speed knot|knots 1852/3600
power w|watt|watts 1
power kw|kilowatt|kilowatts 1000
power mw|megawatt|megawatts 1000000
power gw|gigawatt|gigawatts 1000000000
energy wh|watt-hours 1
energy kwh|kilowatt-hour|kilowatt-hours|kilowatt_hours 1000
energy mwh|megawatt-hours|megawatt_hours 1000000
energy gwh|gigawatt-hours|gigawatt_hours 1000000000
share %|percent|per_cent|pc|pct 1/100
points percentage_point|percentage_points|point|points|pp|pts 1
data kb|kilobytes 1000
data mb|megabytes 1000000
data gb|gigabytes|gigabyte 1000000000
data tb|terabytes|terabyte 1000000000000
USD dollar|dollars|usd|us_dollars|bucks 1
USD cent|cents 1/100
EUR euro|euros|eur 1
GBP pound|pounds|quid|gbp|sterling 1
GBP penny|pence 1/100
JPY yen 1
CNY yuan 1
RUB rouble|roubles|ruble|rubles 1
INR rupee|rupees 1
CHF franc|francs 1
crown crown|crowns|krona|kronor|kroner|koruna 1
mark mark|marks 1
peso peso|pesos 1
degrees degree|degrees|° 1
pressure hpa|hectopascals|millibars 1
"""

UNITS = MappingProxyType(
    {
        word.replace("_", " "): Unit(dimension, factor)
        for dimension, words, factor in (line.split() for line in _FACTORS.strip().splitlines())
        for word in words.split("|")
    }
    | {
        word: Unit("heat", "1")
        for word in ("degrees celsius", "degree celsius", "degrees centigrade", "celsius", "°c", "c")
    }
    | {word: Unit("heat", "5/9", "-160/9") for word in ("degrees fahrenheit", "fahrenheit", "°f", "f")}
    | {word: Unit("heat", "1", "-27315/100") for word in ("kelvin",)}
)
"""Units by their names in small letters."""

CURRENCIES = MappingProxyType({"$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"})
"""Signs that stand before a number."""
