package com.clinni.whatsapp.inbound;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The meaning of a message, as far as the tables of {@code words/} tell, in five languages. Opting
 * out takes the whole message: courtesies aside, it says nothing else. Not coming may stand
 * anywhere in a short one, unless its clause denies it: a person reads it.
 */
enum Meaning {
    OPT_OUT,
    NOT_COMING,
    ANYTHING;

    private static final int WORDS_AT_MOST = 40;
    private static final Pattern OPT_OUTS = WordTable.named("opt-out").sequence();
    private static final Pattern COURTESIES = WordTable.named("courtesies").words();
    private static final Pattern NOT_COMINGS = WordTable.named("not-coming").words();
    private static final Pattern CANCELS = WordTable.named("cancel").words();
    private static final Pattern NEGATIONS = WordTable.named("negations").words();

    static Meaning of(String text) {
        var clauses = Clauses.of(text);
        if (optsOut(clauses)) {
            return OPT_OUT;
        }
        var isShort = text.strip().split("\\s+").length <= WORDS_AT_MOST;
        return isShort && clauses.stream().anyMatch(Meaning::isNotComing) ? NOT_COMING : ANYTHING;
    }

    private static boolean optsOut(List<String> clauses) {
        var statements =
                clauses.stream()
                        .filter(clause -> !isCourtesy(clause))
                        .map(Meaning::withoutCourtesies)
                        .toList();
        return !statements.isEmpty()
                && statements.stream().allMatch(left -> OPT_OUTS.matcher(left).matches());
    }

    private static boolean isCourtesy(String clause) {
        return withoutCourtesies(clause).isEmpty() && !isNotComing(clause);
    }

    private static String withoutCourtesies(String clause) {
        return COURTESIES.matcher(clause).replaceAll(" ").replaceAll(" +", " ").strip();
    }

    private static boolean isNotComing(String clause) {
        var cancels = CANCELS.matcher(clause);
        return NOT_COMINGS.matcher(clause).find()
                || (cancels.find() && !NEGATIONS.matcher(clause).region(0, cancels.start()).find());
    }
}
