package com.clinni.testbed.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends a signal to one process, by its number. */
final class Signals {

    private static final int SECONDS = 5;

    private Signals() {}

    /** The shell's own {@code kill} is there even where no program of that name is installed. */
    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
