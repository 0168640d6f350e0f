package com.clinni.testbed.agent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Clock;

/** Passes the crash point once for each line it reads, and tells the time. */
final class VictimLoop {

    private VictimLoop() {}

    public static void main(String[] arguments) throws Throwable {
        var lookup = MethodHandles.publicLookup();
        var read =
                lookup.findStatic(
                        Class.forName("com.clinni.whatsapp.send.Claims"),
                        "read",
                        MethodType.methodType(String.class, String.class));
        var clock =
                (Clock)
                        lookup.findStatic(
                                        Class.forName("com.clinni.platform.time.TimeProducer"),
                                        "clock",
                                        MethodType.methodType(Clock.class))
                                .invoke();
        for (int c = System.in.read(); c >= 0; c = System.in.read()) {
            if (c == '\n') {
                read.invoke("go");
                System.out.println(clock.instant());
            }
        }
    }
}
