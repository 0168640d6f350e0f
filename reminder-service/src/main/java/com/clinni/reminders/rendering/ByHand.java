package com.clinni.reminders.rendering;

/** What somebody at the clinic may send from the clinic's own phone. */
sealed interface ByHand {

    /** What to send, and the language it is in. */
    record Text(String text, String language) implements ByHand {

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
    record Refused(String field) implements ByHand {}
}
