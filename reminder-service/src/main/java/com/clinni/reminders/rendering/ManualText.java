package com.clinni.reminders.rendering;

import org.jspecify.annotations.Nullable;

/** The text of a reminder for a person at the clinic to send from the clinic's own phone. */
sealed interface ManualText {

    /** What to send, and the language it is in. */
    record Text(String text, String language) implements ManualText {

        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /**
     * The clinic cannot be named or called.
     *
     * @param field the dotted name of the field that says nothing
     */
    record Refused(@Nullable String field) implements ManualText {}
}
