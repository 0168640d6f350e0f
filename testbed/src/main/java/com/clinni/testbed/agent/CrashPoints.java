package com.clinni.testbed.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Arms crash points in services that run with the agent on the same directory, at any time. */
public final class CrashPoints {

    private final Path directory;
    private final OnLinks links;
    private final Set<CrashPoint> armed = EnumSet.noneOf(CrashPoint.class);

    /** Those that are not methods of a service. */
    public interface OnLinks {

        OnLinks NONE = new NoLinks();

        void arm(CrashPoint point, int nth);

        void disarm(CrashPoint point);

        boolean fired(CrashPoint point);
    }

    private record NoLinks() implements OnLinks {

        @Override
        public void arm(CrashPoint point, int nth) {
            throw new IllegalStateException(point + " needs proxies on the links.");
        }

        @Override
        public void disarm(CrashPoint point) {}

        @Override
        public boolean fired(CrashPoint point) {
            return false;
        }
    }

    public CrashPoints(Path directory) {
        this(directory, OnLinks.NONE);
    }

    public CrashPoints(Path directory, OnLinks links) {
        this.directory = directory;
        this.links = links;
    }

    /** The process dies when it gets there for the n-th time from now on. */
    public synchronized void arm(CrashPoint point, int nth) {
        if (isLink(point)) {
            links.arm(point, nth);
            return;
        }
        try {
            Files.createDirectories(directory);
            var unfinished = Files.createTempFile(directory, point.name(), ".new");
            Files.writeString(unfinished, Integer.toString(nth));
            Files.move(unfinished, file(point), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        armed.add(point);
    }

    public synchronized void disarm(CrashPoint point) {
        if (isLink(point)) {
            links.disarm(point);
            return;
        }
        try {
            Files.deleteIfExists(file(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        armed.remove(point);
    }

    public synchronized void disarmAll() {
        for (var point : CrashPoint.values()) {
            disarm(point);
        }
    }

    /** Whether a process died there since it was armed. */
    public synchronized boolean fired(CrashPoint point) {
        return isLink(point)
                ? links.fired(point)
                : armed.contains(point) && Files.notExists(file(point));
    }

    /**
     * The points whose class or method the compiled services do not have; empty when all is well.
     */
    public static List<String> missing(Path root) {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> !isLink(point) && !exists(root, point))
                .map(point -> point + ": " + point.internalName() + "." + point.method())
                .toList();
    }

    private static boolean exists(Path root, CrashPoint point) {
        return Stream.of(point.service().module(), "platform")
                .map(module -> root.resolve(module).resolve("target/classes"))
                .map(classes -> classes.resolve(point.internalName() + ".class"))
                .anyMatch(compiled -> Files.exists(compiled) && hasMethod(compiled, point));
    }

    private static boolean hasMethod(Path compiled, CrashPoint point) {
        try {
            return ClassFile.of().parse(compiled).methods().stream()
                    .anyMatch(m -> m.methodName().equalsString(point.method()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLink(CrashPoint point) {
        return point.kind() == CrashPoint.Kind.LINK;
    }

    private Path file(CrashPoint point) {
        return directory.resolve(point.name());
    }
}
