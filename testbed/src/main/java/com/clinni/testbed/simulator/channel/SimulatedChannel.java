package com.clinni.testbed.simulator.channel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A channel as the control port sees it. */
public interface SimulatedChannel extends AutoCloseable {

    /** As it stands in the control port's paths. */
    String name();

    /** The modes that mean something here. */
    Set<Mode> modes();

    /** What recipients received, oldest first, over all starts. */
    List<?> received();

    Behaviour behaviour();

    /** Behaves like this from now on; refuses a mode that is not its own. */
    void behave(Behaviour behaviour);

    default void mode(Mode mode) {
        behave(Behaviour.of(mode));
    }

    /** The port it listens on, or would if it were not down. */
    int port();

    @Override
    void close();

    /** Refuses a mode that this channel does not have. */
    default void check(Behaviour behaviour) {
        if (!modes().contains(behaviour.mode())) {
            throw new IllegalArgumentException(
                    "%s has no mode %s; it has %s."
                            .formatted(name(), behaviour.mode(), EnumSet.copyOf(modes())));
        }
    }
}
