package com.clinni.testbed.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process of the local system: started, watched, and started again when it dies by itself. */
public final class LocalProcess {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HEALTHY_AFTER = Duration.ofMinutes(1);
    private static final int KILLED = 137;
    private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final ProcessSpec spec;
    private final Watcher watcher;
    private @Nullable Process process;

    /** The last one that was told to end: its death, heard of late, is no death of its own. */
    private @Nullable Process dismissed;

    private boolean wanted;
    private boolean watched;
    private Duration pause = FIRST_PAUSE;

    /** Who is told what happens to the processes. */
    interface Watcher {
        void changed();

        void say(String line);
    }

    LocalProcess(ProcessSpec spec, Watcher watcher) {
        this.spec = spec;
        this.watcher = watcher;
    }

    public String name() {
        return spec.name();
    }

    public Path log() {
        return spec.log();
    }

    /** Starts it if it does not run. */
    public void start() {
        synchronized (this) {
            wanted = true;
        }
        startIfWanted();
    }

    /** From now on a death of its own is answered by a new start. */
    void watch() {
        synchronized (this) {
            watched = true;
        }
        startIfWanted();
    }

    private void startIfWanted() {
        synchronized (this) {
            if (!wanted || isAlive()) {
                return;
            }
            var started = launch();
            process = started;
            var startedAt = System.nanoTime();
            Thread.ofVirtual()
                    .name("end-of-" + name())
                    .start(
                            () -> {
                                started.onExit().join();
                                ended(started, startedAt);
                            });
        }
        watcher.changed();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized @Nullable ProcessHandle handle() {
        return process == null ? null : process.toHandle();
    }

    /** kill -9; it stays dead until {@link #start()}. */
    public void kill() {
        signal("KILL");
        await(Duration.ofSeconds(10));
    }

    /** kill -9 as anybody might do it: it is started again as after any sudden death. */
    public synchronized void crash() {
        sendIfAlive("KILL");
    }

    /**
     * Asks it to end cleanly and waits; kills it when it takes longer. It stays dead.
     *
     * @return whether it ended by itself
     */
    public boolean stop(Duration patience) {
        signal(spec.stopSignal());
        if (await(patience)) {
            return true;
        }
        kill();
        return false;
    }

    /** Asks it to end cleanly, without waiting. */
    void askToStop() {
        signal(spec.stopSignal());
    }

    /** Stops it and its children without ending them, as a long garbage collection would. */
    public synchronized void pause() {
        family().forEach(pid -> Signals.send("STOP", pid));
    }

    public synchronized void resume() {
        family().forEach(pid -> Signals.send("CONT", pid));
    }

    /** Itself first, so that a paused parent cannot have more children. */
    private List<Long> family() {
        if (process == null) {
            return List.of();
        }
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Whether it ended in time. */
    boolean await(Duration patience) {
        Process current;
        synchronized (this) {
            current = process;
        }
        try {
            return current == null || current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void signal(String signal) {
        wanted = false;
        dismissed = process;
        sendIfAlive(signal);
    }

    private void sendIfAlive(String signal) {
        if (process != null && process.isAlive()) {
            Signals.send(signal, process.pid());
        }
    }

    /** In a session of its own, so that Ctrl-C reaches only who stops everything in order. */
    private Process launch() {
        var command = new ArrayList<String>();
        if (SETSID) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(spec.command());
        var builder =
                new ProcessBuilder(List.copyOf(command))
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ended(Process dead, long startedAt) {
        Duration wait;
        synchronized (this) {
            if (!wanted || !watched || dead != process || dead == dismissed) {
                return;
            }
            var lived = Duration.ofNanos(System.nanoTime() - startedAt);
            var blameless = dead.exitValue() == KILLED || lived.compareTo(HEALTHY_AFTER) > 0;
            pause = blameless ? FIRST_PAUSE : pause;
            wait = pause;
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
        Thread.ofVirtual().start(() -> startAgain(wait));
        watcher.say(
                "%s ended by itself (exit %d): starting it again in %d s; see %s"
                        .formatted(name(), dead.exitValue(), wait.toSeconds(), log()));
    }

    private void startAgain(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            return;
        }
        startIfWanted();
    }
}
