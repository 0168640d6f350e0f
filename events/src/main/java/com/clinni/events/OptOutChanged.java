package com.clinni.events;

import com.clinni.events.contact.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An opt-out or opt-in: a number does not want to hear from a line any more, over WhatsApp or SMS,
 * from any clinic; or it asked one clinic to write again. Consumers order the events about one
 * number by sequence.
 *
 * @param line the WhatsApp number it was told to, by its name
 * @param optedOut false takes an opt-out back for every clinic, which nobody does any more
 * @param clinicId the clinic that was asked to write again: an exception, for {@code optedOut}
 *     stays true for every other, and whoever does not know this field keeps silent; none of an
 *     opt-out
 * @param sequence grows with every change of a line
 */
public record OptOutChanged(
        PhoneNumber phone,
        String line,
        boolean optedOut,
        Instant at,
        By by,
        @Nullable String clinicId,
        long sequence)
        implements Event {

    /** Whose act it was. */
    public enum By {
        /** Wrote BAJA, STOP or the like. */
        PATIENT,
        /** Was asked by the patient to take it back. */
        CLINIC
    }

    @Override
    public String topic() {
        return Topics.OPT_OUT_CHANGED;
    }

    /** Never the number. */
    @Override
    public String key() {
        return line;
    }

    @Override
    public String id(int generation) {
        return line + ":" + sequence;
    }
}
