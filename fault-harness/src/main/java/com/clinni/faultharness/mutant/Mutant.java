package com.clinni.faultharness.mutant;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A defect that is put in on purpose, the trial that brings it to light, and how it then shows.
 * Each lies between processes: in a setting, a statement, a transaction or an acknowledgement.
 * Defects of a single rule are what {@code make mutation} is for.
 */
enum Mutant {
    OFFSET_RESET_LATEST(Trial.START, Symptom.START_CHECK),
    ACKS_ONE(Trial.START, Symptom.START_CHECK),
    INTENT_NOT_COMMITTED(Trial.HEALTH, Symptom.DOUBLED),
    MESSAGE_ID_NOT_SENT_ALONG(Trial.GATEWAY_HANGS, Symptom.DOUBLED),
    STALE_INTENT_WAITS_AGAIN(Trial.DISPATCHER_DIES, Symptom.DOUBLED),
    REDELIVERY_REOPENS(Trial.DISPATCHER_DIES, Symptom.DOUBLED),
    WITHDRAWAL_NOT_STORED(Trial.WITHDRAWALS, Symptom.LATE),
    WITHDRAWAL_FORGOTTEN_BY_FALLBACK(Trial.WITHDRAWALS, Symptom.LATE),
    MOVE_DOES_NOT_WITHDRAW(Trial.WITHDRAWALS, Symptom.LATE),
    ACKED_BEFORE_STORED(Trial.DATABASE_AWAY, Symptom.LOST),
    ACKED_BEFORE_PRODUCED(Trial.BROKER_AWAY_FROM_RENDERER, Symptom.LOST),
    OUTBOX_NOT_AWAITED(Trial.BROKER_AWAY_FROM_DISPATCHER, Symptom.LOST),
    PUBLISHED_AFTER_THE_COMMIT(Trial.PUBLISHER_DIES, Symptom.LOST),
    CREDIT_UNDER_WAY_NOT_COUNTED(Trial.CREDIT_RUNS_OUT, Symptom.OVERSPENT),
    NO_CREDIT_WAITS_FOR_EVER(Trial.LINE_COMES_BACK, Symptom.LOST);

    private final Trial trial;
    private final Symptom sign;

    Mutant(Trial trial, Symptom sign) {
        this.trial = trial;
        this.sign = sign;
    }

    /** All of them, or those that are named, between commas. */
    static List<Mutant> named(Optional<String> only) {
        var wanted = only.map(names -> Set.of(names.split(",")));
        var found =
                Arrays.stream(values())
                        .filter(m -> wanted.map(names -> names.contains(m.defect())).orElse(true))
                        .toList();
        if (wanted.isPresent() && found.size() < wanted.get().size()) {
            throw new IllegalArgumentException(
                    "There is no such defect; there are "
                            + Arrays.stream(values())
                                    .map(Mutant::defect)
                                    .collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** As it is printed, and as its patch is called. */
    String defect() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Trial trial() {
        return trial;
    }

    Symptom sign() {
        return sign;
    }

    /** The patch that puts it into a tree like the one at this root. */
    Patch patch(Path root) {
        return new Patch(Patch.directory(root).resolve(defect() + ".patch"));
    }
}
