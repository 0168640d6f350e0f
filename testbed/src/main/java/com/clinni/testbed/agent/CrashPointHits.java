package com.clinni.testbed.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts how often this process passes its armed crash points, and halts it when told to. */
public final class CrashPointHits {

    private static final int KILLED = 137;

    private static volatile @Nullable Path directory;
    private static final Map<String, Count> COUNTS = new HashMap<>();

    private record Count(FileTime armedAt, long hits) {}

    private CrashPointHits() {}

    static void watch(Path armed) {
        directory = armed;
    }

    /** Called by the services at each crash point: without its file it does nothing. */
    public static void at(String point) {
        var armed = directory;
        var file = armed == null ? null : armed.resolve(point);
        if (file != null && Files.exists(file)) {
            count(point, file);
        }
    }

    private static synchronized void count(String point, Path file) {
        try {
            var armedAt = Files.getLastModifiedTime(file);
            var before = COUNTS.get(point);
            var hits = before == null || !before.armedAt().equals(armedAt) ? 1 : before.hits() + 1;
            COUNTS.put(point, new Count(armedAt, hits));
            if (hits >= Long.parseLong(Files.readString(file)) && disarmed(file)) {
                Runtime.getRuntime().halt(KILLED);
            }
        } catch (IOException e) {
            // it was disarmed meanwhile
        }
    }

    /** On the disk before the halt, or the next start would die at the same place again. */
    private static boolean disarmed(Path file) throws IOException {
        var wasThere = Files.deleteIfExists(file);
        try (var parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
        return wasThere;
    }
}
