package com.clinni.testbed.fault;

/** Looks at what one connection's client sends, before it is passed on. */
@FunctionalInterface
public interface Inspector {

    Inspector NONE = (bytes, length) -> Verdict.GO_ON;

    /** What is to be done with this piece: the first {@code length} of {@code bytes}. */
    Verdict inspect(byte[] bytes, int length);

    /** What becomes of a piece and of its connection. */
    sealed interface Verdict {

        Verdict GO_ON = new GoOn();

        /** All of it passes. */
        record GoOn() implements Verdict {}

        /** So much passes; then {@code action} is run and both ends are reset. */
        record Cut(int passed, Runnable action) implements Verdict {}

        /** So much passes; as soon as the server answers it, unheard, the same is done. */
        record CutAtAnswer(int passed, Runnable action) implements Verdict {}
    }
}
