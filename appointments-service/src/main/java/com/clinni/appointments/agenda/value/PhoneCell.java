package com.clinni.appointments.agenda.value;

import com.clinni.events.contact.PhoneCheck;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A cell of phones: one number or several, with whose they are, as a spreadsheet shows them. A
 * number that a spreadsheet has rounded is nobody's and stays as it is, to be refused.
 */
final class PhoneCell {

    private static final Pattern ROUNDED = Pattern.compile("(?i)\\d+([.,]\\d+)?e\\+?\\d+");
    private static final Pattern WHOLE = Pattern.compile("[.,]0+$");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[][^)\\]]*\\p{L}[^)\\]]*[)\\]]");
    private static final Pattern WORDS = Pattern.compile("(?<![\\p{L}\\d])\\p{L}{2,}[.:]?");
    private static final Pattern BETWEEN =
            Pattern.compile("[/;,|\\n]| (?:-|–|—|y|o|i|e|u) (?=[+\\d(])");
    private static final Pattern TWO_IN_A_ROW = Pattern.compile("(\\d{9}) (\\d{9})");

    private PhoneCell() {}

    /** The numbers of a cell in their order, without words beside them. */
    static List<String> numbers(String cell) {
        if (ROUNDED.matcher(cell).matches()) {
            return List.of(cell);
        }
        var plain =
                WORDS.matcher(
                                BRACKETED
                                        .matcher(WHOLE.matcher(cell).replaceFirst(""))
                                        .replaceAll(" "))
                        .replaceAll(" ");
        if (PhoneCheck.check(plain).orNull() != null) {
            return List.of(plain.strip());
        }
        var apart = TWO_IN_A_ROW.matcher(plain).replaceAll("$1/$2");
        var numbers =
                Arrays.stream(BETWEEN.split(apart))
                        .map(PhoneCell::number)
                        .filter(number -> !number.isEmpty())
                        .toList();
        return numbers.isEmpty() ? List.of(cell) : numbers;
    }

    private static String number(String part) {
        return part.strip().replaceFirst("^[-.:]+ ?", "").replaceFirst("[ .:-]+$", "").strip();
    }
}
