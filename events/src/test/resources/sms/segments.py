"""Writes segments.tsv: texts, and what operators make of them, worked out apart from the service.

The alphabet is the table of 3GPP TS 23.038 by its hexadecimal codes and Unicode names, not by characters.
The parts are found by filling them: a message is one PDU of 140 octets; of several, each gives 6 octets
to its header (TS 23.040, 9.2.3.24.1), and septets begin on a septet's boundary after it.

    python3 segments.py > segments.tsv
"""

import unicodedata as u

ROWS = """
00 COMMERCIAL AT|01 POUND SIGN|02 DOLLAR SIGN|03 YEN SIGN|04 LATIN SMALL LETTER E WITH GRAVE
05 LATIN SMALL LETTER E WITH ACUTE|06 LATIN SMALL LETTER U WITH GRAVE|07 LATIN SMALL LETTER I WITH GRAVE
08 LATIN SMALL LETTER O WITH GRAVE|09 LATIN CAPITAL LETTER C WITH CEDILLA|0B LATIN CAPITAL LETTER O WITH STROKE
0C LATIN SMALL LETTER O WITH STROKE|0E LATIN CAPITAL LETTER A WITH RING ABOVE|0F LATIN SMALL LETTER A WITH RING ABOVE
10 GREEK CAPITAL LETTER DELTA|11 LOW LINE|12 GREEK CAPITAL LETTER PHI|13 GREEK CAPITAL LETTER GAMMA
14 GREEK CAPITAL LETTER LAMDA|15 GREEK CAPITAL LETTER OMEGA|16 GREEK CAPITAL LETTER PI|17 GREEK CAPITAL LETTER PSI
18 GREEK CAPITAL LETTER SIGMA|19 GREEK CAPITAL LETTER THETA|1A GREEK CAPITAL LETTER XI|1C LATIN CAPITAL LETTER AE
1D LATIN SMALL LETTER AE|1E LATIN SMALL LETTER SHARP S|1F LATIN CAPITAL LETTER E WITH ACUTE|24 CURRENCY SIGN
40 INVERTED EXCLAMATION MARK|5B LATIN CAPITAL LETTER A WITH DIAERESIS|5C LATIN CAPITAL LETTER O WITH DIAERESIS
5D LATIN CAPITAL LETTER N WITH TILDE|5E LATIN CAPITAL LETTER U WITH DIAERESIS|5F SECTION SIGN
60 INVERTED QUESTION MARK|7B LATIN SMALL LETTER A WITH DIAERESIS|7C LATIN SMALL LETTER O WITH DIAERESIS
7D LATIN SMALL LETTER N WITH TILDE|7E LATIN SMALL LETTER U WITH DIAERESIS|7F LATIN SMALL LETTER A WITH GRAVE
"""
BASIC = {u.lookup(cell[3:]) for line in ROWS.split("\n") if line for cell in line.split("|")}
BASIC |= {"\n", "\r"}
BASIC |= {chr(c) for c in range(0x20, 0x5B) if c not in (0x24, 0x40)}  # ASCII's own places; $ and @ stand above
BASIC |= {chr(c) for c in range(0x61, 0x7B)}
ESCAPED = {"\f"} | {u.lookup(n) for n in (
    "CIRCUMFLEX ACCENT", "LEFT CURLY BRACKET", "RIGHT CURLY BRACKET", "REVERSE SOLIDUS",
    "LEFT SQUARE BRACKET", "TILDE", "RIGHT SQUARE BRACKET", "VERTICAL LINE", "EURO SIGN")}
assert len(BASIC) == 127 and len(ESCAPED) == 10


def judge(text):
    gsm = all(c in BASIC or c in ESCAPED for c in text)
    bits = [(14 if c in ESCAPED else 7) if gsm else 8 * len(c.encode("utf-16-be")) for c in text]
    unit = 7 if gsm else 16
    whole = 140 * 8
    header = 6 * 8
    if gsm:
        header += -header % 7  # fill bits up to a septet's boundary
    sizes = []
    if sum(bits) <= whole:
        sizes.append(sum(bits))
    else:
        sizes.append(0)
        for b in bits:
            if header + sizes[-1] + b > whole:
                sizes.append(0)
            sizes[-1] += b
    return "GSM_7" if gsm else "UCS_2", sum(bits) // unit, [s // unit for s in sizes]


def cases():
    yield from ["", "a", "@", "\n", "\r", "\f", "\x1b", "\t", "\x00", "`", "$", "_", "\u00a0"]
    for c in sorted(BASIC | ESCAPED):
        yield c
    for c in "áíóúÁÍÓÚâêîôûãõçïëÏËŀ·ªº’‘“”«»–—…•´°ŵłœŒÀÈÌÒÙÂÊ":
        yield c
    for c in "añé¿Ç€[^{}]~|\\áíç·ª😀你":
        wide = 2 if c in ESCAPED or ord(c) > 0xFFFF else 1
        gsm = c in BASIC or c in ESCAPED
        sizes = (159, 160, 161, 306, 307, 458, 459, 460, 612, 613) if gsm \
            else (69, 70, 71, 134, 135, 200, 201, 202, 268, 269)
        for units in sizes if c in "a€í😀" else sizes[:5]:
            yield c * (units // wide)
    for c in "€[^{}]~|\\\f":  # a pair of septets at, before and after each cut
        for before in (152, 153, 158, 159, 304, 305):
            yield "a" * before + c
            yield "a" * before + c + "b" * 9
    for c in ("😀", "👩\u200d⚕\ufe0f", "👨\u200d👩\u200d👧", "🇪🇸", "\U0001d4d0"):  # surrogate pairs at the cuts
        for before in (65, 66, 67, 68, 69, 132, 133, 134, 199, 200):
            yield "a" * before + c
            yield "a" * before + c * 3
    for word in ("e\u0301", "n\u0303", "a\u0301", "l\u00b7l", "cio\u0301n"):  # accents that combine
        for times in (1, 20, 34, 35, 36, 40, 67, 68):
            yield word * times
    yield "a" * 159 + "á"
    yield "a" * 69 + "á"
    yield "a" * 70 + "á"
    yield ("Le recordamos su cita en Clínica Sol el miércoles 6 de marzo a las 16:30. "
           "Calle Ficticia 1, Madrid. Tel. 910 000 001")
    yield ("Le recordamos su cita en Clinica Sol el miercoles 6 de marzo a las 16:30. "
           "Calle Ficticia 1, Madrid. Tel. 910 000 001")
    yield "Us recordem la vostra visita a Clínica Mar Bel·la el dimarts 5 de març a les 9.00 h"
    yield "Lembrámoslle a súa cita o martes 5 de marzo ás 9:00 na Clínica Ría"
    yield "Gogorarazten dizugu hitzordua duzula 2030(e)ko martxoaren 5(e)an, 9:00etan, Sol klinikan"


def escaped(text):
    units = text.encode("utf-16-be")
    return "".join(
        chr(n) if 0x20 < n < 0x7F and chr(n) != "\\" else "\\u%04X" % n
        for n in (int.from_bytes(units[i:i + 2], "big") for i in range(0, len(units), 2)))


if __name__ == "__main__":
    print("# text\tencoding\tunits\tunits of each part")
    for text in dict.fromkeys(cases()):
        encoding, total, parts = judge(text)
        print(escaped(text), encoding, total, ",".join(map(str, parts)), sep="\t")
