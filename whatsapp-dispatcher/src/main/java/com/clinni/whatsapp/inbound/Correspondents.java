package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.reply.Correspondence.PreviousMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The clinics that a person may mean: those that wrote to that number over that line lately, the
 * last one first. Whoever quotes a message means its clinic and no other.
 */
record Correspondents(List<PreviousMessage> messages) {

    private static final ZoneId ELSEWHERE = ZoneId.of("Europe/Madrid");
    private static final String SPANISH = "es";

    /** Those that one of them may mean, out of what is known about many. */
    static Correspondents of(UnansweredMessage unread, List<PreviousMessage> known) {
        var quoted = known.stream().filter(l -> l.reminderId().equals(unread.quoted())).toList();
        if (!quoted.isEmpty()) {
            return new Correspondents(quoted.subList(0, 1));
        }
        var theirs = new ArrayList<PreviousMessage>();
        known.stream()
                .filter(l -> l.line().equals(unread.line()))
                .filter(l -> unread.numbers().contains(l.phone()))
                .sorted(Comparator.comparing(PreviousMessage::sentAt).reversed())
                .filter(l -> theirs.stream().noneMatch(other -> isSameClinic(l, other)))
                .forEach(theirs::add);
        return new Correspondents(List.copyOf(theirs));
    }

    /** The zone whose calendar counts. */
    ZoneId zone() {
        return messages.isEmpty() ? ELSEWHERE : messages.getFirst().clinic().zone();
    }

    /** The language of the last message to that number. */
    String language() {
        return messages.isEmpty() ? SPANISH : messages.getFirst().language();
    }

    private static boolean isSameClinic(PreviousMessage one, PreviousMessage other) {
        return one.clinic().clinicId().equals(other.clinic().clinicId());
    }
}
