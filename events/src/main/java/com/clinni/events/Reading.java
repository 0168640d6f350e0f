package com.clinni.events;

import org.jspecify.annotations.Nullable;

/** The result of reading a record's value: an event, or the reason why there is none. */
public sealed interface Reading<T extends Event> {

    /** The event, whole and of the shape its schema says. */
    record Read<T extends Event>(T event) implements Reading<T> {}

    /**
     * Not usable: the record is a dead letter.
     *
     * @param field the dotted name of the field or header at fault, if one is
     */
    record Rejected<T extends Event>(Cause cause, @Nullable String field) implements Reading<T> {}
}
