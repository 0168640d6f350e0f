package com.clinni.testbed.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file that lists the running processes of a data directory. A start after a kill of the runner
 * finds by it what was left behind; the start instant tells such a process from a stranger with the
 * same number.
 */
record RunFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same start is computed from a boot time that a corrected clock moves. */
    private static final long TOLERANCE_MILLIS = 2000;

    /** A process as it is written down. */
    record Entry(String name, long pid, long startedAtMillis) {

        static Optional<Entry> of(LocalProcess process) {
            return Optional.ofNullable(process.handle())
                    .filter(ProcessHandle::isAlive)
                    .map(handle -> new Entry(process.name(), handle.pid(), startOf(handle)));
        }

        Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(
                            handle ->
                                    Math.abs(startOf(handle) - startedAtMillis) < TOLERANCE_MILLIS);
        }

        private static long startOf(ProcessHandle handle) {
            return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    synchronized void write(List<LocalProcess> processes) {
        var entries = processes.stream().map(Entry::of).flatMap(Optional::stream).toList();
        try {
            var unfinished = path.resolveSibling(path.getFileName() + ".new");
            Files.write(unfinished, JSON.writeValueAsBytes(entries));
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier run left behind and returns its names. */
    List<String> stopLeftovers() {
        var found = read().stream().filter(entry -> entry.find().isPresent()).toList();
        found.forEach(entry -> Signals.send("TERM", entry.pid()));
        found.forEach(RunFile::end);
        return found.stream().map(Entry::name).toList();
    }

    /** PostgreSQL takes SIGTERM for a wish to wait for its clients; they are ending too. */
    private static void end(Entry entry) {
        for (var signal : List.of("INT", "KILL")) {
            if (gone(entry, Duration.ofSeconds(10))) {
                return;
            }
            Signals.send(signal, entry.pid());
        }
        gone(entry, Duration.ofSeconds(10));
    }

    private static boolean gone(Entry entry, Duration patience) {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        while (entry.find().isPresent()) {
            if (System.nanoTime() > giveUpAt) {
                return false;
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private List<Entry> read() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            return List.of(JSON.readValue(path.toFile(), Entry[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
