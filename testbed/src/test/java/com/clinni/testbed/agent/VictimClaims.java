package com.clinni.testbed.agent;

/** Stands for the class of a service that has a crash point, under that one's name. */
public final class VictimClaims {

    private VictimClaims() {}

    public static String read(String said) {
        if (said.isEmpty()) {
            return null;
        }
        return said.strip();
    }
}
